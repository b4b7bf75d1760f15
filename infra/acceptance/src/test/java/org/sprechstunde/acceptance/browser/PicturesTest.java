package org.sprechstunde.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.handbook.GeneratedPart;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;
import org.sprechstunde.repository.Repository;

/** The mayor's page of the handbook, walked through; {@code infra/handbook/renew} takes its pictures anew. */
@InChromium
final class PicturesTest {
    private static final String PAGE = "infra/handbook/mayor.md";
    private static final String FOLDER = "infra/handbook/pictures/";
    private static final String ELSEWHERE = "infra/acceptance/target/screenshots/";
    private static final String CITIZEN = "Sabine Krämer";
    private static final List<String> PICTURES = List.of("lesen", "antworten", "abschliessen", "quittung");

    @Test
    @Tag("full")
    void theMayorsPageOfTheHandbookShowsWhatThereIs() {
        try (LocalTown town = LocalTown.start(Options.forTest().withDemo(true));
                Chromium chromium = Chromium.start()) {
            MayorPage mayorPage = MayorPage.open(chromium, town.page(), ColorScheme.LIGHT);
            mayorPage.logIn();
            walk(mayorPage, mayorPage.page());
        }
        String text = Repository.text(PAGE);
        assertThat(PICTURES).allSatisfy(name -> {
            assertThat(text).contains("(pictures/" + name + ".png)");
            assertThat(Files.exists(Repository.file(FOLDER + name + ".png"))).isTrue();
        });
    }

    private static void walk(MayorPage mayorPage, Page page) {
        mayorPage.openEnquiryOf(CITIZEN);
        assertThat(page.locator(".picture canvas").first()).isVisible();
        shoot(page, "lesen");
        page.getByTestId("reply-text")
                .fill("Danke! Ich hoffe, Ihrem Sohn geht es gut. Der Bauhof schließt das Schlagloch morgen früh.");
        shoot(page, "antworten");
        page.getByTestId("resolve").click();
        assertThat(page.getByTestId("resolve-confirm")).isVisible();
        shoot(page, "abschliessen");
        page.getByTestId("resolve-confirm").click();
        assertThat(page.getByTestId("receipt")).hasAttribute("data-state", "erased");
        shoot(page, "quittung");
    }

    private static void shoot(Page page, String name) {
        Path file = Repository.file((GeneratedPart.writing() ? FOLDER : ELSEWHERE) + name + ".png");
        page.setViewportSize(1100, 720);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
