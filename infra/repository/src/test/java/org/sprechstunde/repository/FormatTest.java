package org.sprechstunde.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as palantir-java-format leaves it. The formatter parses with the compiler of the JVM it
 * runs in, so it runs here, on the JDK that the tests have, and not inside Maven, which may be older.
 * With {@code -Dformat=apply} it formats instead of complaining; the README has the whole command.
 */
final class FormatTest {
    private static final String TEST = "/src/test/";

    /** What is delivered, and what runs it here. */
    @Test
    void everyJavaFileIsFormattedThatIsNoTest() throws Exception {
        assertFormatted(javaFiles(path -> !path.contains(TEST)));
    }

    @Test
    @Tag("full")
    void everyTestIsFormatted() throws Exception {
        assertFormatted(javaFiles(path -> path.contains(TEST)));
    }

    private static void assertFormatted(List<String> files) throws Exception {
        boolean apply = "apply".equals(System.getProperty("format"));
        StringWriter unformatted = new StringWriter();
        StringWriter errors = new StringWriter();

        List<String> how = apply ? List.of("--palantir", "--replace") : List.of("--palantir", "--dry-run");
        int status = new Main(new PrintWriter(unformatted), new PrintWriter(errors), InputStream.nullInputStream())
                .format(Stream.concat(how.stream(), files.stream()).toArray(String[]::new));

        assertThat(errors.toString()).isEmpty();
        assertThat(unformatted.toString()).as("files that are not formatted").isEmpty();
        assertThat(status).isZero();
        assertThat(files).hasSizeGreaterThan(100);
    }

    private static List<String> javaFiles(Predicate<String> wanted) throws IOException {
        try (Stream<Path> functions = Files.walk(Repository.file("functions/src"));
                Stream<Path> infra = Files.walk(Repository.file("infra"))) {
            return Stream.concat(functions, infra)
                    .map(Path::toString)
                    .filter(path -> path.endsWith(".java"))
                    .filter(path -> !path.contains("/target/") && !path.contains("/node_modules/"))
                    .filter(wanted)
                    .toList();
        }
    }
}
