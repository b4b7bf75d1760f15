package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;

/** Whoever was only away finds what was begun; whoever else logs in does not. */
@InChromium
final class LockedOutTest {
    private static final long A_WHILE = Duration.ofMinutes(6).toMillis();

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    void theSamePersonGoesOnWhereTheLockCameInBetween() {
        Page page = locked("Vera Verschlossen", "mayor");
        assertThat(page.getByTestId("kept")).isVisible();
        assertThat(page.locator("mayors-page")).not().containsText("Vera");
        Accessibility.check(page);

        logInBeside(page, "mayor");

        new MayorPage(page).openEnquiryOf("Vera Verschlossen");
        assertThat(page.getByTestId("reply-text")).hasValue("Der Bauhof kommt mor");
        assertThat((Number) page.evaluate("sessionStorage.length + localStorage.length"))
                .isEqualTo(0);
        page.context().close();
    }

    @Test
    @Tag("full")
    void somebodyElseFindsNothing() {
        Page page = locked("Nora Niemand", "mayor");

        logInBeside(page, "deputy");

        new MayorPage(page).openEnquiryOf("Nora Niemand");
        assertThat(page.getByTestId("reply-text")).hasValue("");
        page.context().close();
    }

    private static Page locked(String name, String login) {
        Citizen citizen = STAGE.town().meta().citizens().withPhone(name);
        STAGE.town().meta().sendText(citizen, "Wann kommt der Bauhof?");
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        Page page = mayorPage.page();
        page.clock().install();
        page.getByTestId("login").click();
        enter(page, login);
        mayorPage.openEnquiryOf(name);
        page.getByTestId("reply-text").fill("Der Bauhof kommt mor");
        page.clock().fastForward(A_WHILE);
        assertThat(page.getByText("Gesperrt – neu anmelden")).isVisible();
        return page;
    }

    private static void logInBeside(Page page, String login) {
        Page beside = page.waitForPopup(() -> page.getByTestId("login").click());
        assertThat(page.locator(".door")).containsText("im anderen Fenster");
        enter(beside, login);
        assertThat(page.getByTestId("enquiry-list")).isVisible();
    }

    private static void enter(Page page, String login) {
        page.locator("input[name=username]").fill(login);
        page.locator("button[type=submit]").click();
    }
}
