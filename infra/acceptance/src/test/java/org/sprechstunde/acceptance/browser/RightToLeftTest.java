package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.local.Options;

/** What is written from right to left is shown so to both, paragraph by paragraph, as WhatsApp does. */
@InChromium
final class RightToLeftTest {
    private static final String QUESTION = "مرحبا، مصباح الشارع أمام البيت لا يعمل";

    @RegisterExtension
    static final TownAndBrowser STAGE =
            new TownAndBrowser(Options.forTest().withParameter("CitizenLanguages", "de,ar"));

    @Test
    void theQuestionAndTheGreetingBeginAtTheRight() {
        CitizenPhonePage phone = CitizenPhonePage.of("ليلى", STAGE);
        phone.write(QUESTION);
        Locator greeting = phone.bubble("وصلت رسالتكم").locator(".words");
        assertThat(greeting).hasCSS("unicode-bidi", "plaintext");

        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        mayorPage.openEnquiryOf("ليلى");
        Locator words = mayorPage.page().getByTestId("message").locator(".words");
        assertThat(words).hasText(QUESTION);
        assertThat(words).hasCSS("direction", "rtl");
    }
}
