package org.sprechstunde.acceptance.hunt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.acceptance.hunt.CanarySearch.Finding;
import org.sprechstunde.acceptance.hunt.LeakyPage.Corner;

/** What a page leaves in a real browser is found in the profile, packed as Chromium packs it. */
@Tag("full")
@DisabledIf(value = "org.sprechstunde.acceptance.browser.Chromium#isMissing", disabledReason = "there is no Chromium")
final class LeakyPageTest {
    private final Canaries made = new Canaries();

    @TempDir
    private Path profile;

    @Test
    void whatALeakyPageLeavesInAnyCornerIsFound() throws IOException {
        Map<Corner, String> words = new EnumMap<>(Corner.class);
        Stream.of(Corner.values()).forEach(corner -> words.put(corner, made.text(corner.name())));

        try (var page = LeakyPage.open(words)) {
            visit(page.address());
            // Chromium rewrites its logs as packed tables when it opens them again.
            visit(page.address());
        }

        List<Finding> findings = new CanarySearch(made.all())
                .in(List.of(FilesPlace.all("profile", profile)))
                .findings();
        assertThat(findings)
                .extracting(Finding::canary)
                .contains(Stream.of(Corner.values()).map(Corner::name).toArray(String[]::new));
    }

    private void visit(String address) {
        try (var browser = new MayorsBrowser(profile, MayorsBrowser.Trail.none())) {
            browser.page().navigate(address);
            assertThat(browser.page().locator("body")).containsText("left");
        }
    }
}
