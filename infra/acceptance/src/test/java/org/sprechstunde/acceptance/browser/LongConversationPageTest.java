package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;

/** A conversation longer than one answer holds: its end shows first, and the reader goes back as far as they like. */
@InChromium
final class LongConversationPageTest {
    private static final int MESSAGES = 205;

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    void theReaderGoesBackPageByPageAndStaysWhereTheyAre() throws InterruptedException {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Vera Vielschreib");
        for (int number = 1; number <= MESSAGES; number++) {
            STAGE.town().meta().sendText(citizen, "Nachricht " + number);
        }
        STAGE.town().meta().awaitDelivered(Duration.ofSeconds(60));
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        mayorPage.openEnquiryOf("Vera Vielschreib");
        Page page = mayorPage.page();
        Locator messages = page.getByTestId("message");
        assertThat(messages).hasCount(200);
        assertThat(messages.last()).isInViewport();

        Locator oldest = messages.filter(having("Nachricht 6 ")).first();
        oldest.scrollIntoViewIfNeeded();
        page.getByTestId("earlier").scrollIntoViewIfNeeded();
        mayorPage.shoot("long-conversation");
        double before = oldest.boundingBox().y;
        page.getByTestId("earlier").click();

        assertThat(messages).hasCount(MESSAGES);
        assertThat(page.getByTestId("earlier")).hasCount(0);
        assertThat(messages.first()).containsText("Nachricht 1");
        Assertions.assertThat(oldest.boundingBox().y).isCloseTo(before, Offset.offset(60.0));
        mayorPage.shoot("long-conversation-whole");

        STAGE.town().meta().sendText(citizen, "noch eine");
        // The page looks every five seconds.
        assertThat(messages).hasCount(MESSAGES + 1, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        assertThat(page.getByTestId("conversation")).containsText("Neue Nachrichten");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
