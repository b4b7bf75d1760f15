package org.sprechstunde.acceptance.hunt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sprechstunde.acceptance.hunt.Place.Chunk;

/** Files on disk, names included. */
final class FilesPlace {
    private static final long LARGEST = 256L * 1024 * 1024;

    private FilesPlace() {}

    /** Everything below {@code folder}. */
    static Place all(String name, Path folder) {
        return changed(name, List.of(folder), Instant.EPOCH);
    }

    /** Everything below the folders that was written after {@code since}; not others' checkouts, nor Playwright's own program. */
    static Place changed(String name, List<Path> folders, Instant since) {
        return new Place(
                name,
                () -> folders.stream().flatMap(folder -> files(folder, since)).flatMap(FilesPlace::chunks));
    }

    private static Stream<Path> files(Path folder, Instant since) {
        var walk = new Walk(folder, since);
        try {
            Files.walkFileTree(folder, walk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return walk.found.stream();
    }

    private static Stream<Chunk> chunks(Path file) {
        try {
            return Stream.of(
                    Chunk.of("name of a file", file.toString()), new Chunk(file.toString(), Files.readAllBytes(file)));
        } catch (IOException _) {
            return Stream.of(Chunk.of("name of a file", file.toString())); // gone meanwhile, or not ours to read
        }
    }

    /** Collects; what cannot be read belongs to somebody else. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();
        private final Path root;
        private final Instant since;

        Walk(Path root, Instant since) {
            this.root = root;
            this.since = since;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean program = folder.getFileName().toString().startsWith("playwright-java-");
            boolean another = !folder.equals(root) && Files.exists(folder.resolve(".git"));
            return program || another ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean written = !attributes.lastModifiedTime().toInstant().isBefore(since);
            if (attributes.isRegularFile() && attributes.size() <= LARGEST && written) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
