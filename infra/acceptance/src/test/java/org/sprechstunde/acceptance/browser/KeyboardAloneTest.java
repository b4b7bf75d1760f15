package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;

/** Five enquiries between two appointments, without a mouse, and with counted keys. */
@Tag("full")
@InChromium
final class KeyboardAloneTest {
    private static final List<String> CITIZENS =
            List.of("Anna Eins", "Bert Zwei", "Cora Drei", "Dora Vier", "Emil Fünf");
    private static final int MOST_KEYS = 12;

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    /** The label of all that the tabulator comes to in the conversation. */
    private static final String STOPS = """
        () => [...document.querySelectorAll('.messages *')]
          .filter((each) => each.tabIndex === 0 && each.matches('li, a[href], button, audio, video'))
          .length
        """;

    private int keys;

    @Test
    void fiveAreAnsweredAndResolvedWithAFewKeysEach() throws InterruptedException {
        for (String name : CITIZENS) {
            Citizen citizen = STAGE.town().meta().citizens().withPhone(name);
            STAGE.town().meta().sendText(citizen, "Wann kommt der Bauhof?");
        }
        STAGE.town().meta().awaitDelivered(Duration.ofSeconds(60));
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        assertThat(page.getByTestId("enquiry")).hasCount(CITIZENS.size());

        for (int left = CITIZENS.size(); left > 0; left--) {
            keys = 0;
            answerAndResolve(page);
            assertThat(page.getByTestId("enquiry")).hasCount(left - 1);
            assertThat(keys).isLessThanOrEqualTo(MOST_KEYS);
        }
    }

    private void answerAndResolve(Page page) {
        press(page, "j");
        assertThat(page.getByTestId("message")).not().hasCount(0);
        assertThat((int) page.evaluate(STOPS)).isLessThanOrEqualTo(3);
        press(page, "r");
        assertThat(page.getByTestId("reply-text")).isFocused();
        page.keyboard().type("Morgen.");
        press(page, "Control+Shift+Enter");
        assertThat(page.getByTestId("resolve-cancel")).isFocused();
        press(page, "Tab");
        press(page, "Enter");
        assertThat(page.getByTestId("receipt")).isVisible();
    }

    @Test
    void theSheetOfKeysSwitchesThemOff() {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.DARK);
        mayorPage.logIn();
        Page page = mayorPage.page();

        page.keyboard().press("?");
        assertThat(page.locator("settings-sheet dialog")).isVisible();
        Accessibility.check(page);
        page.getByText("Einzelne Tasten bedienen die Seite").click();
        page.keyboard().press("Escape");
        page.keyboard().press("?");

        assertThat(page.locator("settings-sheet dialog")).isHidden();
    }

    @Test
    void theStatementIsReadWithoutALogin() {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.DARK);
        Page page = mayorPage.page();
        Accessibility.check(page);

        page.getByText("Barrierefreiheit").click();
        assertThat(page.locator(".statement h2")).isFocused();
        assertThat(page.locator(".statement")).containsText("sechs Wochen");
        Accessibility.check(page);
        page.getByText("English").click();
        assertThat(page.locator(".statement")).containsText("six weeks");
        Accessibility.check(page);
        page.getByText("To the consultation hour").click();

        mayorPage.logIn();
        assertThat(page.locator("#list-heading")).containsText("Open enquiries");
    }

    private void press(Page page, String key) {
        page.keyboard().press(key);
        keys++;
    }
}
