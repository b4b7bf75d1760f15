package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;

/** A hundred open enquiries and five that matter, answered and resolved with one thumb on a phone, taps counted. */
@Tag("full")
@InChromium
final class TenMinutesTest {
    private static final int OPEN = 100;
    private static final int URGENT = 5;
    private static final int MOST_TAPS = 5;
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    /** What a thumb reaches whose hand holds the phone at its lower end. */
    private static final double REACH = HEIGHT * 0.45;

    /** WCAG 2.5.8 asks for 24; a thumb wants more. */
    private static final double SMALLEST = 40;

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    private int taps;

    @Test
    void fiveThatMatterAreDoneByThumbWithAFewTapsEach() throws InterruptedException {
        for (int number = 1; number <= OPEN; number++) {
            Citizen citizen = STAGE.town().meta().citizens().withPhone("Nummer %03d".formatted(number));
            String text = number % (OPEN / URGENT) == 0 ? "Hilfe, es brennt im Keller!" : "Wann kommt der Bauhof?";
            STAGE.town().meta().sendText(citizen, text);
        }
        STAGE.town().meta().awaitDelivered(Duration.ofMinutes(2));
        Page page = phone();
        page.getByTestId("login").tap();
        page.locator("button[type=submit]").tap();
        assertThat(page.getByTestId("enquiry"))
                .hasCount(OPEN, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        assertThat(page.getByTestId("enquiry").nth(URGENT - 1)).containsText("Möglicher Notfall");
        assertThat(page.getByTestId("enquiry").nth(URGENT)).not().containsText("Möglicher Notfall");

        page.getByTestId("enquiry").first().tap();
        for (int left = URGENT; left > 0; left--) {
            taps = 1;
            answerAndResolve(page);
            assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
            if (left > 1) {
                page.getByTestId("next").tap();
            }
        }

        page.getByTestId("leave").tap();
        assertThat(page.getByTestId("enquiry")).hasCount(OPEN - URGENT);
        page.context().close();
    }

    private void answerAndResolve(Page page) {
        assertThat(page.getByTestId("message")).not().hasCount(0);
        tap(page.getByTestId("reply-text"));
        page.keyboard().type("Die Feuerwehr kommt.");
        for (Locator way :
                List.of(page.locator(".back"), page.getByTestId("resolve"), page.getByTestId("reply-send"))) {
            isInReach(way);
        }
        tap(page.getByTestId("reply-finish"));
        tap(page.getByTestId("resolve-confirm"));
        assertThat(page.getByTestId("receipt")).isVisible();
    }

    private void tap(Locator where) {
        isInReach(where);
        where.tap();
        taps++;
    }

    private static void isInReach(Locator where) {
        BoundingBox box = where.boundingBox();
        assertThat(box.y + box.height / 2).as(where.toString()).isBetween(REACH, (double) HEIGHT);
        assertThat(Math.min(box.width, box.height)).as(where.toString()).isGreaterThanOrEqualTo(SMALLEST);
    }

    private static Page phone() {
        Page page = STAGE.chromium()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("de-DE")
                        .setTimezoneId("Europe/Berlin")
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setViewportSize(WIDTH, HEIGHT))
                .newPage();
        page.navigate(STAGE.town().page().toString());
        return page;
    }
}
