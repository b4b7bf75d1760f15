package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LinksTest {

    @Test
    void everyLinkWithinTheRepositoryLeadsSomewhere() {
        List<String> dead = Handbook.pages().stream()
                .flatMap(page -> page.links().stream()
                        .filter(link -> !link.contains(":"))
                        .filter(link -> !leads(page, link))
                        .map(link -> page.file().getFileName() + " -> " + link))
                .toList();

        assertThat(dead).isEmpty();
    }

    @Test
    void everyPageOfTheHandbookIsReachedFromTheReadme() {
        List<HandbookPage> pages = Handbook.pages();
        List<Path> reached = reachable(List.of(pages.getFirst().file()));

        assertThat(reached).containsAll(pages.stream().map(HandbookPage::file).toList());
    }

    private static boolean leads(HandbookPage page, String link) {
        Path file = target(page, link);
        String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
        return Files.exists(file)
                && (anchor.isEmpty() || HandbookPage.read(file).anchors().contains(anchor));
    }

    private static Path target(HandbookPage page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    }

    private static List<Path> reachable(List<Path> from) {
        List<Path> next = Stream.concat(
                        from.stream(), from.stream().map(HandbookPage::read).flatMap(LinksTest::pagesFrom))
                .distinct()
                .toList();
        return next.size() == from.size() ? from : reachable(next);
    }

    private static Stream<Path> pagesFrom(HandbookPage page) {
        return page.links().stream()
                .filter(link -> !link.contains(":"))
                .map(link -> target(page, link))
                .filter(file -> file.toString().endsWith(".md"));
    }
}
