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

    private static String axe() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
