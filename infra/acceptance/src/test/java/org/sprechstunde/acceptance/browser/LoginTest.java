package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who finds the page locked or left does not get in by a click, even if the login server still remembers the mayor. */
@InChromium
final class LoginTest {
    private static final String FIVE_MINUTES_LATER = "05:10";

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    private final MayorPage mayorPage =
            MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
    private final Page page = mayorPage.page();

    @Test
    @Tag("full")
    void afterTheLockThePasswordIsAskedFor() {
        page.clock().install();
        page.reload();
        mayorPage.logIn();

        page.clock().fastForward(FIVE_MINUTES_LATER);

        assertThat(page.getByText("Gesperrt – neu anmelden")).isVisible();
        assertThatThePasswordIsAskedFor();
    }

    @Test
    void afterALogoutThePasswordIsAskedFor() {
        mayorPage.logIn();

        page.getByText("Abmelden").click();
        page.navigate(STAGE.town().page().toString());

        assertThatThePasswordIsAskedFor();
    }

    @Test
    void whoWasOnlyRememberedIsNotLetIn() {
        page.getByTestId("login").click();
        assertThat(page.locator("button[type=submit]")).isVisible();
        page.evaluate("document.getElementById('claims').value ="
                + " JSON.stringify({scope: 'openid sprechstunde/mayor', auth_time: Date.now() / 1000 - 3600 | 0})");
        page.locator("button[type=submit]").click();

        assertThat(page.locator("[role=alert]")).containsText("hat nicht nach Ihrem Passwort gefragt");
        assertThat(page.getByTestId("enquiry-list")).hasCount(0);

        mayorPage.logIn();
    }

    private void assertThatThePasswordIsAskedFor() {
        page.getByTestId("login").click();
        assertThat(page.locator("button[type=submit]")).isVisible();

        assertThat(page.url()).startsWith(STAGE.town().issuer().toString()).contains("prompt=login", "max_age=120");
    }
}
