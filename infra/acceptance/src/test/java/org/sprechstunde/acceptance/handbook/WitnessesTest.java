package org.sprechstunde.acceptance.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.repository.Repository;

/** Who calls tests as witnesses must not call any that are gone. */
final class WitnessesTest {
    private static final Pattern WITNESS = Pattern.compile("[`=](\\w+Test)\\b");
    private static final int PLACES = 33;

    @Test
    void everyTestThatItNamesExists() throws IOException {
        Set<String> named = WITNESS.matcher(
                        Handbook.pages().stream().map(HandbookPage::text).collect(Collectors.joining()))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(named).isNotEmpty().isSubsetOf(tests());
    }

    @Test
    void everyPlaceWhereSomethingCouldSurviveHasItsRow() {
        long rows = Repository.text("infra/handbook/forgetting.md")
                .lines()
                .filter(line -> line.matches("\\| \\d+ · .*"))
                .count();

        assertThat(rows).isEqualTo(PLACES);
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new HashSet<>();
        for (String module : Repository.modules()) {
            Path tests = Repository.file(module + "/src/test/java");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.forEach(
                            file -> names.add(file.getFileName().toString().replace(".java", "")));
                }
            }
        }
        return names;
    }
}
