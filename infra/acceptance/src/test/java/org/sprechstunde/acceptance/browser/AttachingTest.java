package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A picture or a PDF from the mayor's device, by button, by paste and by drop, to the citizen's phone. */
@InChromium
final class AttachingTest {
    private static final byte[] PDF = "%PDF-1.7\n% Lageplan\n%%EOF\n".getBytes(ISO_8859_1);
    private static final String CAPTION = "So sieht es jetzt aus.";
    private static final String TRANSFER = """
        ([bytes, name]) => {
          const transfer = new DataTransfer();
          const content = Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0));
          transfer.items.add(new File([content], name));
          return transfer;
        }
        """;

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    void aPhotoComesUprightAndWithoutWhatTheCameraWroteBesideIt() {
        CitizenPhonePage phone = citizen("Frieda Foto");
        MayorPage mayorPage = openDesk("Frieda Foto");
        Page page = mayorPage.page();

        choose(page, "IMG_4711.jpg", TestPicture.fromCamera());
        assertThat(page.getByTestId("attachment")).containsText("IMG_4711.jpg");
        assertThat(page.getByTestId("reply-text")).isFocused();
        page.getByTestId("reply-text").fill(CAPTION);
        Accessibility.check(page);
        page.getByTestId("reply-send").click();

        assertThat(phone.bubble(CAPTION).locator("img")).isVisible();
        assertThat(TestPicture.isShownIn(phone.lastPicture())).isTrue();
        assertThat(new String(phone.lastPicture(), ISO_8859_1)).doesNotContain("Exif", TestPicture.MAKER);
        Locator picture = message(page, CAPTION).getByRole(AriaRole.IMG);
        Awaitility.await().until(() -> TestPicture.isShownIn(picture.screenshot()));
        assertThat(page.getByTestId("attachment")).hasCount(0);
    }

    @Test
    @Tag("full")
    void aPdfIsDroppedAndASecondAttemptIsMadeIfItHasWaitedTooLong() {
        CitizenPhonePage phone = citizen("Dora Drop");
        Page page = openDesk("Dora Drop").page();
        var refused = new AtomicInteger();
        page.route("**/replies", route -> {
            if (refused.getAndIncrement() == 0) {
                route.fulfill(gone());
            } else {
                route.resume();
            }
        });

        JSHandle transfer = transfer(page, "Lageplan.pdf", PDF);
        Locator conversation = page.getByTestId("message").first();
        conversation.dispatchEvent("dragover", Map.of("dataTransfer", transfer));
        assertThat(page.locator(".drop-here")).isVisible();
        conversation.dispatchEvent("drop", Map.of("dataTransfer", transfer));
        assertThat(page.locator(".drop-here")).hasCount(0);
        page.getByTestId("reply-send").click();

        assertThat(phone.bubble("Lageplan.pdf")).isVisible();
        assertThat(refused).hasValue(2);
        assertThat(message(page, "Lageplan.pdf")).isVisible();
    }

    @Test
    @Tag("full")
    void severalGoEachAsAMessageOfItsOwnAndWhatCannotIsNamed() {
        CitizenPhonePage phone = citizen("Mia Mehrere");
        MayorPage mayorPage = openDesk("Mia Mehrere");
        Page page = mayorPage.page();

        page.waitForFileChooser(() -> page.getByTestId("attach").click()).setFiles(new FilePayload[] {
            new FilePayload("Plan.pdf", "application/octet-stream", PDF),
            new FilePayload("Brief.zip", "application/octet-stream", "PK".getBytes(ISO_8859_1)),
            new FilePayload("Foto.jpg", "application/octet-stream", TestPicture.jpeg()),
            new FilePayload("Tabelle.ods", "application/octet-stream", "PK".getBytes(ISO_8859_1))
        });
        assertThat(page.getByTestId("attachment")).hasCount(2);
        assertThat(page.locator("[role=alert]")).containsText("Brief.zip: Angehängt werden können");
        assertThat(page.locator("[role=alert]")).containsText("Tabelle.ods");
        page.getByTestId("reply-text").fill(CAPTION);
        Accessibility.check(page);
        page.getByTestId("reply-send").click();

        assertThat(phone.bubble("Plan.pdf")).containsText(CAPTION);
        assertThat(phone.page().getByTestId("bubble").locator("img")).isVisible();
        assertThat(page.getByTestId("attachment")).hasCount(0);
    }

    @Test
    void aPictureIsPastedIntoTheField() {
        CitizenPhonePage phone = citizen("Paula Paste");
        Page page = openDesk("Paula Paste").page();

        JSHandle transfer = transfer(page, "image.png", TestPicture.jpeg());
        page.getByTestId("reply-text")
                .evaluate(
                        "(field, clipboardData) => field.dispatchEvent(new ClipboardEvent('paste', {clipboardData}))",
                        transfer);
        assertThat(page.getByTestId("attachment")).isVisible();
        page.getByTestId("reply-send").click();

        assertThat(phone.page().getByTestId("bubble").locator("img")).isVisible();
        assertThat(TestPicture.isShownIn(phone.lastPicture())).isTrue();
    }

    @Test
    @Tag("full")
    void whatIsNeitherAPictureNorAPdfDoesNotLeaveTheDevice() {
        citizen("Zacharias Zip");
        MayorPage mayorPage = openDesk("Zacharias Zip");
        Page page = mayorPage.page();

        choose(page, "Plan.pdf", "PK\u0003\u0004 a letter of another program".getBytes(ISO_8859_1));
        assertThat(page.locator("[role=alert]")).containsText("Bilder (JPEG, PNG, WebP) und PDF-Dateien");
        choose(page, "Bild.png", "\u0089PNG\r\n\u001a\n and no picture".getBytes(ISO_8859_1));

        assertThat(page.locator("[role=alert]")).containsText("beschädigt");
        assertThat(page.getByTestId("attachment")).hasCount(0);
        assertThat(page.getByTestId("reply-send")).isDisabled();
    }

    private static Route.FulfillOptions gone() {
        return new Route.FulfillOptions()
                .setStatus(409)
                .setContentType("application/problem+json")
                .setBody("{\"type\": \"urn:sprechstunde:problem:attachment-gone\", \"status\": 409}");
    }

    private static CitizenPhonePage citizen(String name) {
        CitizenPhonePage phone = CitizenPhonePage.of(name, STAGE);
        phone.write("Wie sieht es aus?");
        return phone;
    }

    private static MayorPage openDesk(String name) {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.DARK);
        mayorPage.logIn();
        mayorPage.openEnquiryOf(name);
        return mayorPage;
    }

    private static void choose(Page page, String name, byte[] file) {
        page.waitForFileChooser(() -> page.getByTestId("attach").click())
                .setFiles(new FilePayload(name, "application/octet-stream", file));
    }

    private static JSHandle transfer(Page page, String name, byte[] file) {
        return page.evaluateHandle(TRANSFER, List.of(Base64.getEncoder().encodeToString(file), name));
    }

    private static Locator message(Page page, String words) {
        return page.getByTestId("message")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last();
    }
}
