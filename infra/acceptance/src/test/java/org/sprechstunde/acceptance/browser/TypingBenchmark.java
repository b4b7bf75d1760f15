package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.acceptance.bench.Figures;
import org.sprechstunde.emulator.chat.Citizen;

/** How long an answer takes to type beside a conversation that is long and all on the page; and where there is nothing else. */
@InChromium
final class TypingBenchmark {
    private static final int MESSAGES = 1500;
    private static final int SLICE = 200;
    private static final int ROUNDS = 7;
    private static final String WORDS = "Danke, wir machen das.";

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @Test
    void twentyTwoCharacters() throws InterruptedException {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Vera Vielschreib");
        for (int number = 1; number <= MESSAGES; number++) {
            STAGE.town().meta().sendText(citizen, "Nachricht " + number);
        }
        STAGE.town().meta().awaitDelivered(Duration.ofMinutes(5));
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        mayorPage.openEnquiryOf("Vera Vielschreib");
        Page page = mayorPage.page();
        showAll(page);

        Page empty = page.context().newPage();
        empty.setContent("<textarea></textarea>");
        List<Long> nanos = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            nanos.add(typed(page, page.getByTestId("reply-text")));
            bare.add(typed(empty, empty.locator("textarea")));
        }
        Figures figures = new Figures("typing");
        figures.put("typing", Figures.rank(nanos, 50) / 1e9);
        figures.put("typing-on-an-empty-page", Figures.rank(bare, 50) / 1e9);
    }

    private static long typed(Page page, Locator field) {
        page.bringToFront();
        field.fill("");
        field.focus();
        long start = System.nanoTime();
        page.keyboard().type(WORDS);
        page.evaluate("() => new Promise(shown => requestAnimationFrame(() => setTimeout(shown)))");
        return System.nanoTime() - start;
    }

    private static void showAll(Page page) {
        Locator messages = page.getByTestId("message");
        Locator earlier = page.getByTestId("earlier");
        assertThat(messages).hasCount(SLICE);
        while (earlier.count() > 0) {
            int before = messages.count();
            earlier.click();
            assertThat(messages).not().hasCount(before);
        }
    }
}
