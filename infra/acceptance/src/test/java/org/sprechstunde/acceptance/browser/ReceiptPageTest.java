package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.local.Options;

/** The public page, on which anybody may ask whether all is deleted. */
@InChromium
final class ReceiptPageTest {
    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser(Options.forTest()
            .withParameter("ErasureLog", "yes")
            .withParameter("ImprintUrl", "https://town.example/imprint")
            .withParameter("FeedbackUrl", "mailto:barriers@town.example"));

    @Test
    @Tag("full")
    void isAccessibleInBothLanguagesAndHoweverItIsLookedAt() {
        Page page = page("de");
        List<String> faults = new ArrayList<>();

        for (String language : List.of("de", "en")) {
            for (Look look : looks(language)) {
                dress(page, look);
                page.navigate(address(language));
                Accessibility.faults(page).forEach(fault -> faults.add(language + " " + look.name() + ": " + fault));
                page.locator("#code").fill("no code");
                page.locator("form button").click();
                assertThat(page.locator("[role=status]")).isVisible();
                Accessibility.faults(page)
                        .forEach(fault -> faults.add(language + " " + look.name() + " answered: " + fault));
            }
        }

        assertThat(faults).isEmpty();
        page.context().close();
    }

    @Test
    void leadsToWhatEveryPageOfTheTownLeadsTo() {
        Page page = page("de");

        Locator links = page.locator("footer a");
        assertThat(links).hasText(new String[] {
            "Wie wir mit Ihren Daten umgehen", "Barrierefreiheit", "Impressum", "Barriere melden"
        });
        assertThat(links.nth(2)).hasAttribute("href", "https://town.example/imprint");
        assertThat(links.nth(3)).hasAttribute("href", "mailto:barriers@town.example");
        links.nth(1).click();
        assertThat(page.locator(".statement")).isVisible();
        page.context().close();
    }

    private static List<Look> looks(String language) {
        return Look.all().stream()
                .filter(look -> look.width() == 390 && look.language().equals(language))
                .toList();
    }

    private static Page page(String language) {
        Page page = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT)
                .page();
        page.navigate(address(language));
        return page;
    }

    private static String address(String language) {
        return STAGE.town().page().resolve("/quittung?language=" + language).toString();
    }

    private static void dress(Page page, Look look) {
        page.setViewportSize(look.width(), 800);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(look.scheme()).setForcedColors(look.forced()));
    }
}
