package org.sprechstunde.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same build tomorrow: every version is written out, none is a range or a wish. */
final class PinnedTest {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");
    private static final String EXACT = "[0-9][0-9A-Za-z.+-]*";

    static List<String> tools() throws IOException {
        try (Stream<Path> files = Files.list(Repository.file("infra/tools"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".in") || name.endsWith(".txt"))
                    .map(name -> name.replaceFirst("\\.[a-z]+$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** Whoever only wishes ({@code .in}) without a pin is noticed here as well. */
    @ParameterizedTest
    @MethodSource("tools")
    void toolsOfTheBuildArePinnedToTheirBytes(String name) {
        String[] pins = Repository.text("infra/tools/" + name + ".txt")
                .replaceAll("(?m)^ *#.*\n", "")
                .replace("\\\n", " ")
                .split("\n", -1);

        assertThat(pins)
                .hasSizeGreaterThan(1)
                .filteredOn(pin -> !pin.isEmpty())
                .allMatch(pin -> pin.matches("[a-z0-9.-]+==" + EXACT + "( ; [^-]+)?( +--hash=sha256:[0-9a-f]{64})+"));
    }

    /** What a package wants to run on this computer when it is fetched is not run. */
    @ParameterizedTest
    @ValueSource(strings = {"functions/src/main/page", "infra/tools/lighthouse"})
    void packagesOfNpmRunNothingWhenTheyAreFetched(String folder) {
        assertThat(Repository.text(folder + "/.npmrc").lines()).contains("ignore-scripts=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"functions/src/main/page", "infra/tools/lighthouse"})
    void packagesOfNpmArePinned(String folder) throws IOException {
        JsonNode packages = new ObjectMapper().readTree(Repository.text(folder + "/package.json"));

        assertThat(packages.path("dependencies").properties()).isNotEmpty();
        for (String kind : List.of("dependencies", "devDependencies")) {
            assertThat(packages.path(kind).properties())
                    .allMatch(entry -> entry.getValue().asText().matches(EXACT));
        }
    }

    static Stream<String> poms() {
        return Stream.concat(Stream.of("pom.xml"), Repository.modules().stream().map(module -> module + "/pom.xml"));
    }

    @ParameterizedTest
    @MethodSource("poms")
    void jarsAndPluginsArePinned(String pom) {
        assertThat(VERSION.matcher(Repository.text(pom)).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(version -> version.matches(EXACT)
                        || version.startsWith("${")
                        // the toolchain may be any later JDK: the compiler's release is fixed
                        || version.equals("[${java.version},)"));
    }
}
