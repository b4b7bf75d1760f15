package org.sprechstunde.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the repository's files from wherever a test was started. */
public final class Repository {
    private static final String LANDMARK = "template.yaml";
    private static final Pattern MODULE = Pattern.compile("<module>([^<]*)</module>");

    private Repository() {}

    /** The file at {@code path} from the repository's root. */
    public static Path file(String path) {
        return root().resolve(path);
    }

    /** The text of the file at {@code path} from the repository's root. */
    public static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders of the build's modules, from the repository's root. */
    public static List<String> modules() {
        return MODULE.matcher(text("pom.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(LANDMARK))) {
            Path parent = directory.getParent();
            if (parent == null) {
                throw new IllegalStateException("tests must be started inside the repository");
            }
            directory = parent;
        }
        return directory;
    }
}
