package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.net.URI;

/** The mayor's page in a browser of its own. */
record MayorPage(Page page) {
    static MayorPage open(Chromium chromium, URI address, ColorScheme colours) {
        Page page = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("de-DE")
                        .setTimezoneId("Europe/Berlin")
                        .setColorScheme(colours))
                .newPage();
        page.navigate(address.toString());
        return new MayorPage(page);
    }

    void logIn() {
        page.getByTestId("login").click();
        page.locator("button[type=submit]").click();
        assertThat(page.getByTestId("enquiry-list")).isVisible();
    }

    /** As one of several, who from then on can hand over to somebody. */
    void logInAs(String name) {
        page.getByTestId("login").click();
        page.locator("#username").fill(name);
        page.waitForResponse(
                "**/api/me", () -> page.locator("button[type=submit]").click());
        assertThat(page.getByTestId("enquiry-list")).isVisible();
    }

    /** Opens the only enquiry in the list. */
    void openEnquiry() {
        page.getByTestId("enquiry").click();
        assertThat(page.getByTestId("message")).not().hasCount(0);
    }

    void openEnquiryOf(String name) {
        page.getByTestId("enquiry")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        assertThat(page.getByTestId("message")).not().hasCount(0);
    }

    void resolve() {
        page.getByTestId("resolve").click();
        page.getByTestId("resolve-confirm").click();
        assertThat(page.getByTestId("receipt")).isVisible();
    }

    /** The words that would stand on paper. */
    String printedWords() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        String words = (String) page.evaluate("document.body.innerText");
        // Without emulation: a page that plays a screen would also be printed as one.
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        return words;
    }

    Pdf print() {
        return Pdf.read(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
    }
}
