package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.repository.Repository;

/** What a citizen edits, deletes, quotes or marks on the phone is so on the mayor's page, a new number included. */
@InChromium
final class SecondThoughtsTest {
    /** A new number is known to the phone's page only a second after WhatsApp knows it, as on a busy computer. */
    private static final String SLOW_TO_LEARN = """
        const quick = window.fetch;
        window.fetch = async (address, options) => {
          const answer = await quick(address, options);
          if (String(address).endsWith('/number')) await new Promise((later) => setTimeout(later, 1000));
          return answer;
        };
        """;

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    @Tag("full")
    void theMayorSeesWhatTheCitizenMeansInTheEnd() {
        Page phone = STAGE.chromium().browser().newPage();
        phone.addInitScript(SLOW_TO_LEARN);
        phone.setViewportSize(900, 900);
        phone.navigate(STAGE.town().phone().toString());
        phone.getByTestId("citizen-name").fill("Zoe Zweifel");
        phone.getByTestId("citizen-create").click();
        write(phone, "Die Laterne in der Hauptstraße ist aus.");
        write(phone, "Und der Bürgermeister ist faul!");
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        mayorPage.openEnquiry();

        act(phone, "Laterne", "Bearbeiten");
        write(phone, "Die Laterne in der Schulstraße ist aus.");
        act(phone, "faul", "Für alle löschen");
        act(phone, "Schulstraße", "Antworten");
        write(phone, "Seit Montag schon.");
        act(phone, "Montag", "Mit 🙏 reagieren");

        assertThat(phone.getByText("Diese Nachricht wurde gelöscht")).isVisible();
        Locator messages = mayorPage.page().getByTestId("message");
        assertThat(messages).hasCount(2);
        assertThat(messages.first()).containsText("Schulstraße");
        assertThat(messages.last()).containsText("Seit Montag schon.");
        assertThat(messages.last()).containsText("Die Laterne in der Schulstraße ist aus.");
        assertThat(messages.last()).containsText("🙏");
        assertThat(mayorPage.page().locator("body")).not().containsText("faul");
        assertThat(mayorPage.page().locator("body")).not().containsText("Hauptstraße");
        phone.screenshot(new Page.ScreenshotOptions().setPath(picture("phone-second-thoughts")));

        phone.getByTestId("new-number").click();
        // Nobody can type meanwhile; a browser that is driven could.
        assertThat(phone.locator("#chat")).not().hasAttribute("inert", "");
        write(phone, "Ich habe jetzt eine neue Nummer.");

        assertThat(messages).hasCount(3);
        assertThat(mayorPage.page().getByTestId("enquiry")).hasCount(1);
    }

    private static void write(Page phone, String text) {
        phone.getByTestId("compose").fill(text);
        phone.getByTestId("send").click();
        Locator bubble = phone.getByTestId("bubble").filter(new Locator.FilterOptions().setHasText(text));
        // Read as soon as the mayor has the enquiry open.
        assertThat(bubble.getByTestId("tick").last()).hasAttribute("data-tick", Pattern.compile("delivered|read"));
    }

    private static void act(Page phone, String message, String action) {
        Locator bubble = phone.getByTestId("bubble")
                .filter(new Locator.FilterOptions().setHasText(message))
                .first();
        bubble.hover();
        bubble.getByTestId("bubble-menu").click();
        if (action.equals("Antworten")) {
            phone.screenshot(new Page.ScreenshotOptions().setPath(picture("phone-menu")));
        }
        bubble.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(action).setExact(true))
                .click();
    }

    private static Path picture(String name) {
        return Repository.file("infra/acceptance/target/screenshots/" + name + ".png");
    }
}
