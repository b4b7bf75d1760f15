package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main job, from one screen to the other and back, until nothing is left. */
@InChromium
final class MainJobTest {
    private static final String QUESTION = "Guten Tag, vor der Schule ist ein Schlagloch. 🚧";
    private static final String ANSWER = "Danke! Der Bauhof kommt morgen.";

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    private final List<String> complaints = new ArrayList<>();

    @Test
    void aCitizenWritesTheMayorAnswersAndResolvesAndNothingIsLeft() throws IOException {
        Page phone = open(STAGE.town().phone().toString());
        Page desk = open(STAGE.town().page().toString());

        writeWithFiles(phone);
        logIn(desk);
        desk.getByTestId("enquiry").click();
        seesEverything(desk);
        answer(desk);
        assertThat(phone.getByText(ANSWER)).isVisible();
        resolve(desk);

        assertThat(phone.getByText("Ihr Anliegen ist abgeschlossen")).isVisible();
        // Of the town hall's own people, their names stay.
        assertThat(remainingSortKeys())
                .allMatch(key -> key.startsWith("TASK#forget#") || key.equals("SEEN") || key.startsWith("PERSON#"));
        assertThat(objects()).isZero();
        assertThat(complaints).isEmpty();
    }

    private static void writeWithFiles(Page phone) throws IOException {
        phone.getByTestId("citizen-name").fill("Petra Probe");
        phone.getByTestId("citizen-create").click();
        phone.getByTestId("compose").fill(QUESTION);
        phone.getByTestId("send").click();
        phone.getByTestId("attach").setInputFiles(new FilePayload[] {
            new FilePayload("schlagloch.jpg", "image/jpeg", TestPicture.jpeg()),
            new FilePayload("film.mp4", "video/mp4", demoFile(".mp4")),
            new FilePayload("stimme.ogg", "audio/ogg", demoFile(".ogg"))
        });
        phone.getByTestId("send").click();
        assertThat(phone.getByTestId("bubble").filter(new Locator.FilterOptions().setHas(phone.locator("img"))))
                .not()
                .hasCount(0);
    }

    private static void logIn(Page desk) {
        desk.getByTestId("login").click();
        desk.locator("button[type=submit]").click();
        assertThat(desk.getByTestId("enquiry")).isVisible();
    }

    private static void seesEverything(Page desk) {
        assertThat(desk.getByText(QUESTION).last()).isVisible();
        Locator picture = desk.locator(".picture canvas");
        picture.scrollIntoViewIfNeeded();
        Awaitility.await().until(() -> TestPicture.isShownIn(picture.screenshot()));
        plays(desk.locator("video"));
        plays(desk.locator("audio"));
        assertThat((int) desk.locator("video").evaluate("film => film.videoWidth"))
                .isPositive();
    }

    private static void plays(Locator media) {
        media.scrollIntoViewIfNeeded();
        media.evaluate("media => { media.muted = true; return media.play(); }");
        Awaitility.await().until(() -> ((Number) media.evaluate("media => media.currentTime")).doubleValue() > 0);
    }

    private static void answer(Page desk) {
        desk.getByTestId("reply-text").fill(ANSWER);
        desk.getByTestId("reply-send").click();
        Locator answer = desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText(ANSWER));
        assertThat(answer).isVisible();
    }

    private static void resolve(Page desk) {
        desk.getByTestId("resolve").click();
        desk.getByTestId("resolve-confirm").click();
        Locator receipt = desk.getByTestId("receipt");
        assertThat(receipt).hasAttribute("data-state", "erased");
        assertThat(receipt).not().containsText("Petra");
    }

    /** A context of its own: nobody shares cookies or storage with anybody. */
    private Page open(String address) {
        BrowserContext context =
                STAGE.chromium().browser().newContext(new Browser.NewContextOptions().setLocale("de-DE"));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        return page;
    }

    private static byte[] demoFile(String ending) throws IOException {
        String name = ending.equals(".mp4") ? "/demo/bach.mp4" : "/demo/sprachnachricht.ogg";
        try (InputStream in = MainJobTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static List<String> remainingSortKeys() {
        return STAGE
                .town()
                .stores()
                .table()
                .scanPaginator(scan -> scan.tableName(STAGE.town().table()).consistentRead(true))
                .items()
                .stream()
                .map(item -> Objects.requireNonNull(item.get("sk")).s())
                .toList();
    }

    private static int objects() {
        return STAGE.town()
                .stores()
                .bucket()
                .listObjectsV2(list -> list.bucket(STAGE.town().bucket()))
                .contents()
                .size();
    }
}
