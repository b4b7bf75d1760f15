package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.local.Options;

/** The login knows the whole town hall, and only one group of it may read what citizens write. */
@InChromium
final class AdmissionPageTest {
    /** What the login server puts into the tokens of whoever logs in. */
    private static final String IN_GROUPS = """
        groups => {
          const claims = document.getElementById('claims');
          claims.value = JSON.stringify({...JSON.parse(claims.value), groups});
        }
        """;

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser(
            Options.forTest().withParameter("LoginClaim", "groups").withParameter("LoginClaimValue", "sprechstunde"));

    @Test
    void whoIsNotAdmittedReadsWhyAndComesInWithAnotherLogin() {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        Page page = mayorPage.page();

        logIn(page, List.of("bauhof"));

        assertThat(page.locator("[role=alert]")).containsText("für die Sprechstunde nicht freigegeben");
        assertThat(page.getByTestId("enquiry-list")).hasCount(0);

        logIn(page, List.of("bauhof", "sprechstunde"));

        assertThat(page.getByTestId("enquiry-list")).isVisible();
    }

    private static void logIn(Page page, List<String> groups) {
        page.getByTestId("login").click();
        page.locator("input[name=username]").fill("Rita Rathaus");
        page.evaluate(IN_GROUPS, groups);
        page.locator("button[type=submit]").click();
    }
}
