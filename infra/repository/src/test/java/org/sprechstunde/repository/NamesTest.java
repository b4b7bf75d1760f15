package org.sprechstunde.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A newcomer who searches for a name finds one thing, and a file that is one thought. */
final class NamesTest {
    private static final int LONGEST = 200;
    private static final int SHORTEST = 8;

    @Test
    void noNameStandsForTwoThings() throws IOException {
        Map<String, List<Path>> byName = Stream.concat(types("functions/src"), types("infra"))
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));

        assertThat(byName).hasSizeGreaterThan(500);
        assertThat(byName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }

    @Test
    void whatIsDeployedLiesInFilesThatAreAThought() throws IOException {
        assertThat(types("functions/src/main/java").toList())
                .hasSizeGreaterThan(150)
                .allSatisfy(file ->
                        assertThat(Files.readAllLines(file)).as("%s", file).hasSizeBetween(SHORTEST, LONGEST));
    }

    private static Stream<Path> types(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Repository.file(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .filter(file -> !file.toString().contains("/target/")
                            && !file.toString().contains("/node_modules/"))
                    .toList()
                    .stream();
        }
    }
}
