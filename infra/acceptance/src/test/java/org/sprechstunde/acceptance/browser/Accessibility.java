package org.sprechstunde.acceptance.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Holds a page against what a machine can tell of WCAG 2.2 AA and of good practice, by axe. */
final class Accessibility {
    private static final String AXE = axe();
    private static final String CHECK = """
        axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})
           .then(found => found.violations.map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' | ')))
        """;

    /**
     * What is German and does not say so, on a page of another language: signs and words that no other of ours has. Nobody
     * knows the language of what citizens and colleagues write; names are names (WCAG 3.1.2).
     */
    private static final String UNMARKED = """
        () => {
          const written = '[dir=auto], bdi, .entry__preview, .head__town, kbd, [data-testid=presence], [data-testid=note]';
          const german = /[äöüßÄÖÜ„]|\\b(und|der|das|nicht|wird|wir|ist|von|dem|bitte|Sie)\\b/;
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (words.nextNode()) {
            const { data, parentElement: around } = words.currentNode;
            const isSeen = around.checkVisibility({ visibilityProperty: true });
            const isMarked = around.closest('[lang]').lang === 'de' || around.closest(written);
            if (german.test(data) && isSeen && !isMarked) found.push('German, and not marked so: ' + data.trim());
          }
          return found;
        }
        """;

    private Accessibility() {}

    /** Fails and names what is wrong if anything is. */
    static void check(Page page) {
        assertThat(faults(page)).isEmpty();
    }

    /** What is wrong, and where; axe itself is loaded once for each page. */
    static List<?> faults(Page page) {
        if (!(boolean) page.evaluate("'axe' in self")) {
            page.evaluate(AXE);
        }
        return (List<?>) page.evaluate(CHECK);
    }

    /** What a voice of another language would read out wrongly. */
    static List<?> unmarkedGerman(Page page) {
        return (List<?>) page.evaluate(UNMARKED);
    }

    private static String axe() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
