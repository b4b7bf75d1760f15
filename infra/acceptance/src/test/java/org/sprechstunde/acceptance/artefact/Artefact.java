package org.sprechstunde.acceptance.artefact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sprechstunde.acceptance.repository.Repository;

/** The jar that is deployed. The module that builds it comes first, so it is of this build. */
record Artefact(Path jar) {

    static Artefact ofThisBuild() {
        return new Artefact(Repository.file("functions/target/functions.jar"));
    }

    long bytes() {
        try {
            return Files.size(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("run mvn package first", e);
        }
    }

    /** The names of all files in it. */
    List<String> files() {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file in it. */
    String text(String name) {
        try (var zip = new ZipFile(jar.toFile());
                var file = zip.getInputStream(zip.getEntry(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
