package org.sprechstunde.acceptance.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sprechstunde.repository.Repository;

/** Every page that people are sent to: the README and all of the handbook. */
final class Handbook {
    static final String FOLDER = "infra/handbook";
    static final String ADMIN = FOLDER + "/admin.md";

    private Handbook() {}

    static List<HandbookPage> pages() {
        try (Stream<Path> files = Files.walk(Repository.file(FOLDER))) {
            Stream<Path> pages = files.filter(file -> file.toString().endsWith(".md"));
            return Stream.concat(Stream.of(Repository.file("README.md")), pages.sorted())
                    .map(HandbookPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HandbookPage admin() {
        return HandbookPage.read(Repository.file(ADMIN));
    }
}
