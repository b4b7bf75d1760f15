package org.sprechstunde.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** It was built for one town and is any town's: what is deployed, or run beside it, knows none by name. */
final class AnyTownTest {
    private static final List<String> CODE = List.of(
            "functions/src/main",
            "functions/openapi.yaml",
            "infra/connecting/src/main",
            "infra/local/src/main",
            "infra/whatsapp/src/main",
            "infra/connect",
            "infra/papers",
            "infra/run",
            "infra/setup",
            "samconfig.toml",
            "template.yaml");

    @Test
    void noCodeKnowsATown() {
        List<String> names = towns().flatMap(AnyTownTest::names).toList();

        assertThat(names).hasSizeGreaterThanOrEqualTo(4);
        assertThat(code())
                .hasSizeGreaterThan(300)
                .filteredOn(file -> names.stream().anyMatch(text(file)::contains))
                .isEmpty();
    }

    /** The first word of its name and where it is on the web; smaller, for nobody looks at capitals. */
    private static Stream<String> names(Path town) {
        var facts = Yaml.read(text(town));
        String name = facts.path("townname").asText();
        String host = URI.create(facts.path("privacynoticeurl").asText()).getHost();
        return Stream.of(name.split(" ", 2)[0], host);
    }

    private static Stream<Path> towns() {
        return files(Repository.file("infra/towns"))
                .filter(file -> file.toString().endsWith(".yaml"));
    }

    private static List<Path> code() {
        return CODE.stream()
                .map(Repository::file)
                .filter(Files::exists)
                .flatMap(AnyTownTest::files)
                .filter(file -> !file.toString().matches(".*(/node_modules/.*|\\.test\\.ts)"))
                .toList();
    }

    private static Stream<Path> files(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
