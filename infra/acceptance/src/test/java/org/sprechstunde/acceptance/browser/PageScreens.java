package org.sprechstunde.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.local.Options;
import org.sprechstunde.repository.Repository;

/** Pictures of every state at every width in both schemes, for whoever wants to look: {@code infra/acceptance/screens}. */
@InChromium
final class PageScreens {
    private static final Path FOLDER = Repository.file("infra/acceptance/target/screens");

    @RegisterExtension
    static final TownAndBrowser STAGE = new TownAndBrowser(Options.forTest().withDemo(true));

    @Test
    void areTaken() throws Exception {
        Files.createDirectories(FOLDER);
        Page page = MayorPage.open(STAGE.chromium(), STAGE.town().page(), ColorScheme.LIGHT)
                .page();
        PageWalk.through(STAGE.town(), page, state -> {
            for (Look look : Look.sizes()) {
                look.at(page);
                // A document is drawn anew for another width.
                page.waitForFunction("() => !document.querySelector('.pdf-page:not([data-drawn])')");
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(FOLDER.resolve(state + "-" + look.name() + ".png")));
            }
            Look.USUAL.at(page);
        });
        try (var pictures = Files.list(FOLDER)) {
            assertThat(pictures).hasSizeGreaterThan(100);
        }
    }
}
