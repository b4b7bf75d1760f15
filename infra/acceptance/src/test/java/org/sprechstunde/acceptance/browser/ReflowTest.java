package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.emulator.chat.Citizen;

/** What axe does not measure: how much is left to read on small screens and at 400 %, and what forced colours leave. */
@InChromium
final class ReflowTest {
    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    /** What scrolls the messages, how much of the window it has, and how far the page goes beyond the window. */
    private static final String MEASURES = """
        () => {
          let area = document.querySelector('.messages');
          while (!/auto|scroll/.test(getComputedStyle(area).overflowY)) area = area.parentElement;
          return [
            area.clientHeight / innerHeight,
            document.documentElement.scrollWidth - innerWidth,
            area.scrollWidth - area.clientWidth];
        }
        """;

    /** Pairs of what is to be clicked or read that lie over each other. */
    private static final String OVERLAPS = """
        () => {
          const all = [...document.querySelectorAll('button, h1, h2, label, textarea, .legal a')]
            .filter((each) => each.checkVisibility() && !each.closest('dialog, .acts, .skip'))
            .map((each) => [each, each.getBoundingClientRect()])
            .filter(([, box]) => box.width > 1 && box.height > 1);
          const found = [];
          for (const [one, a] of all) for (const [other, b] of all) {
            if (one === other || one.contains(other) || other.contains(one)) continue;
            if (!one.closest('.head, .conversation__head, .reply__foot, .thumb-bar')) continue;
            if (one.parentElement !== other.parentElement) continue;
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 1 && high > 1) found.push(one.textContent.trim() + ' | ' + other.textContent.trim());
          }
          return found;
        }
        """;

    private final Page page = conversation();

    /** An open one, longer than any window. */
    private static Page conversation() {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Rosa Reflow");
        for (int number = 0; number < 12; number++) {
            STAGE.town().meta().sendText(citizen, "Nachricht " + number + " über die Brücke an der Werra.");
        }
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        mayorPage.logIn();
        Page page = mayorPage.page();
        page.getByTestId("enquiry").first().click();
        assertThat(page.getByTestId("message")).not().hasCount(0);
        return page;
    }

    /** 320 × 256 is a window of 1280 × 1024 at 400 %; 390 × 500 is what a keyboard leaves of a phone. */
    @ParameterizedTest
    @Tag("full")
    @CsvSource({"320,568,0.6", "844,390,0.8", "390,500,0.6", "320,256,0.7", "390,844,0.4", "1280,800,0.5"})
    void messagesAndReplyKeepMostOfTheWindow(int width, int height, double share) {
        page.setViewportSize(width, height);

        List<?> measures = (List<?>) page.evaluate(MEASURES);

        assertThat(number(measures, 0)).isGreaterThan(share);
        assertThat(number(measures, 1)).isZero();
        assertThat(number(measures, 2)).isZero();
        assertThat((List<?>) page.evaluate(OVERLAPS)).isEmpty();
        page.getByTestId("reply-text").fill("Danke.");
        page.getByTestId("reply-send").scrollIntoViewIfNeeded();
        assertThat(page.getByTestId("reply-send")).isInViewport();
        Accessibility.check(page);
    }

    @Test
    void onATallPhoneTheWaysOutAreInTheLowerThird() {
        page.setViewportSize(390, 844);

        for (String button : List.of("resolve", "reply-send", "reply-finish")) {
            assertThat(page.getByTestId(button).boundingBox().y).isGreaterThan(844 * 2 / 3.0);
        }
        assertThat(page.locator(".back").boundingBox().y).isGreaterThan(844 * 2 / 3.0);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void inForcedColoursSignsAreVisibleAndTheOpenRowIsMarked(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.ACTIVE)
                .setColorScheme(scheme));

        List<?> hidden = (List<?>) page.evaluate("""
            () => [...document.querySelectorAll('.kern-icon')]
              .filter((icon) => icon.checkVisibility())
              .filter((icon) => getComputedStyle(icon).backgroundColor === getComputedStyle(document.body).backgroundColor)
              .map((icon) => icon.className)
            """);
        assertThat(hidden).isEmpty();
        String mark = (String) page.evaluate(
                "() => getComputedStyle(document.querySelector('.entry[aria-current]')).borderInlineStartWidth");
        assertThat(mark).isEqualTo("8px");
        Accessibility.check(page);
    }

    private static double number(List<?> measures, int place) {
        return ((Number) measures.get(place)).doubleValue();
    }
}
