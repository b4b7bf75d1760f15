package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;

/** What axe cannot hear or walk: what a screen reader says by itself, and the way of the tabulator. */
@InChromium
final class ReadAloudTest {
    /**
     * Writes down what live regions say: a status only if it was there before it had something to say, as screen readers want it,
     * an alert as soon as it is there.
     */
    private static final String TRANSCRIPT = """
        self.transcript = [];
        const known = new WeakMap();
        const listen = () => {
          for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
            if (!region.checkVisibility({ visibilityProperty: true })) continue;
            const alert = region.getAttribute('role') === 'alert';
            const words = region.textContent.replace(/\\s+/g, ' ').trim();
            const isNew = !known.has(region);
            if (words && words !== known.get(region) && (alert || !isNew)) {
              transcript.push((alert ? '! ' : '') + words);
            }
            known.set(region, words);
          }
        };
        addEventListener('DOMContentLoaded', () => new MutationObserver(listen)
          .observe(document, { subtree: true, childList: true, characterData: true }));
        """;

    /** The part of the page that has the focus, and how it lies to the one before. */
    private static final String PLACE = """
        () => {
          const parts = ['.skip', '.head', '.list__head', '.entries', '.conversation__head',
            '.hand-over, .note', '.messages', '.reply', '.foot'];
          const focus = document.activeElement;
          const box = focus.getBoundingClientRect();
          const marked = [focus, ...focus.querySelectorAll('.bubble')].map((each) => getComputedStyle(each));
          const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight
            && marked.some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
          const part = parts.find((each) => focus.closest(each)) ?? focus.tagName;
          return part + (seen ? '' : ' unseen ' + focus.outerHTML.slice(0, 120));
        }
        """;

    private static final String COLLEAGUE = "Rita Rathaus";

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser();

    @AfterEach
    void noFaults() {
        STAGE.town().meta().faults().clear();
    }

    @Test
    @Tag("full")
    void whatHappensIsSaidInOrderAndOnce() {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Lena Laut");
        STAGE.town().meta().sendText(citizen, "Wann kommt der Bauhof?");
        MayorPage colleague = colleague();
        Page page = desk(TRANSCRIPT);
        open(page);

        colleague.openEnquiryOf("Lena Laut");
        isSaid(page, COLLEAGUE + " liest gerade");
        STAGE.town().meta().sendText(citizen, "Und wohin?");
        isSaid(page, "1 neue Nachricht");
        STAGE.town().meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.TOKEN_EXPIRED));
        page.getByTestId("reply-text").fill("Morgen.");
        page.getByTestId("reply-send").click();
        isSaid(page, "! Ihre Antwort ist nicht angekommen");
        STAGE.town().meta().faults().clear();
        page.locator(".reply [role=alert] button").click();
        isSaid(page, "Gesendet.");
        page.getByTestId("search").fill("niemand");
        isSaid(page, "0 Anliegen gefunden");
        page.getByTestId("search").fill("");
        page.getByTestId("resolve").click();
        page.getByTestId("resolve-confirm").click();
        assertThat(page.locator("#receipt-heading")).isFocused();

        List<String> said = transcript(page);
        System.out.println("said: " + said);
        assertThat(said.stream().map(ReadAloudTest::beginning).toList())
                .containsSubsequence(
                        COLLEAGUE + " liest gerade",
                        "1 neue Nachricht",
                        "! Ihre Antwort ist",
                        "Gesendet.",
                        "0 Anliegen gefunden");
        assertThat(said.stream().filter("Gesendet."::equals)).hasSize(1);
        assertThat(said).noneMatch(words -> words.contains("Lena"));
        colleague.page().context().close();
        page.context().close();
    }

    @Test
    void theTabulatorGoesThroughThePageAsTheEyeDoesAndEveryStopIsSeen() {
        Citizen citizen = STAGE.town().meta().citizens().withPhone("Toni Tabulator");
        STAGE.town().meta().sendText(citizen, "Wann kommt der Bauhof?");
        colleague().page().context().close();
        Page page = desk("");
        open(page);
        page.evaluate("document.querySelector('.skip').focus()");

        List<String> way = new ArrayList<>(List.of(".skip"));
        for (int stops = 0; stops < 60 && !way.contains("BODY"); stops++) {
            page.keyboard().press("Tab");
            String place = (String) page.evaluate(PLACE);
            if (way.isEmpty() || !Objects.equals(way.getLast(), place)) {
                way.add(place);
            }
        }

        assertThat(way.subList(0, way.size() - 1))
                .containsExactly(
                        ".skip",
                        ".head",
                        ".list__head",
                        ".entries",
                        ".conversation__head",
                        ".hand-over, .note",
                        ".messages",
                        ".reply",
                        ".foot");
        page.context().close();
    }

    private static MayorPage colleague() {
        MayorPage colleague = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        colleague.logInAs(COLLEAGUE);
        return colleague;
    }

    private static Page desk(String script) {
        MayorPage mayorPage = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT);
        Page page = mayorPage.page();
        if (!script.isEmpty()) {
            page.addInitScript(script);
            page.reload();
        }
        mayorPage.logIn();
        return page;
    }

    private static void open(Page page) {
        page.getByTestId("enquiry").first().click();
        assertThat(page.getByTestId("message")).not().hasCount(0);
    }

    private static void isSaid(Page page, String words) {
        Awaitility.await(words).until(() -> transcript(page).stream().anyMatch(line -> line.startsWith(words)));
    }

    private static List<String> transcript(Page page) {
        return ((List<?>) page.evaluate("transcript"))
                .stream().map(Object::toString).toList();
    }

    private static String beginning(String line) {
        return List.of("1 neue Nachricht", "! Ihre Antwort ist").stream()
                .filter(line::startsWith)
                .findFirst()
                .orElse(line);
    }
}
