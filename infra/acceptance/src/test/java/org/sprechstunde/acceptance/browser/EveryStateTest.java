package org.sprechstunde.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.build.SearchTime;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;

/** Nothing is left for axe to find, whatever the page shows and however it is looked at; and nothing leaves the window. */
@Tag("full")
@Order(SearchTime.LAST)
@InChromium
final class EveryStateTest {
    private static final List<String> STATES = List.of(
            "door",
            "statement",
            "list",
            "list-filtered",
            "list-nothing-found",
            "conversation",
            "viewer",
            "reactions",
            "postpone",
            "translated",
            "colleagues",
            "note",
            "writing",
            "attachment",
            "canned",
            "canned-editor",
            "record",
            "resolve",
            "settings",
            "numbers",
            "numbers-table",
            "lock-warning",
            "cover",
            "answered",
            "refused",
            "offline",
            "window-closed",
            "pdf",
            "gone",
            "receipt",
            "erasing",
            "leaving",
            "locked",
            "door-leaving",
            "door-expired",
            "door-loggedOut",
            "door-failed",
            "door-notAsked",
            "door-notAdmitted",
            "door-beside",
            "door-done",
            "door-blocked",
            "door-unavailable");

    /** How far the page goes beyond the window, to the right. */
    private static final String BEYOND = "document.documentElement.scrollWidth - innerWidth";

    /** Each state in another look, all looks in turn; and in every look while there is time. */
    @Test
    void eachStateIsAccessible() {
        List<Look> looks = Look.all();
        List<String> seen = new ArrayList<>();
        AtomicInteger inEveryLook = new AtomicInteger();

        check(state -> {
            seen.add(state);
            if (!SearchTime.isLeft()) {
                return List.of(looks.get(seen.size() * 7 % looks.size()));
            }
            inEveryLook.incrementAndGet();
            return looks;
        });

        SearchTime.tell("states in every look", inEveryLook.get(), STATES.size());
        assertThat(seen).containsExactlyElementsOf(STATES);
    }

    /** In which looks a state is looked at. */
    private interface Choice {
        List<Look> of(String state);
    }

    /** The walk ends with an erasure, so it has a town of its own. */
    private static void check(Choice choice) {
        List<String> faults = new ArrayList<>();
        try (LocalTown town = LocalTown.start(Options.forTest().withDemo(true));
                Chromium chromium = Chromium.start()) {
            Page page = MayorPage.open(chromium, town.page(), ColorScheme.LIGHT).page();
            PageWalk.through(town, page, state -> {
                for (Look look : choice.of(state)) {
                    look.at(page);
                    faults.addAll(faults(page, state, look));
                }
                Look.USUAL.at(page);
            });
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Page page, String state, Look look) {
        String where = state + " " + look.name();
        List<String> faults = new ArrayList<>();
        Accessibility.faults(page).forEach(fault -> faults.add(where + ": " + fault));
        if (look.language().equals("en")) {
            Accessibility.unmarkedGerman(page).forEach(fault -> faults.add(where + ": " + fault));
        }
        int beyond = ((Number) page.evaluate(BEYOND)).intValue();
        if (beyond > 0) {
            faults.add(where + ": " + beyond + " pixels beyond the window");
        }
        return faults;
    }
}
