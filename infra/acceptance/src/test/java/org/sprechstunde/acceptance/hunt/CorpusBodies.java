package org.sprechstunde.acceptance.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sprechstunde.repository.Repository;

/** The deliveries against which the parser is tested, and what is expected of each. */
final class CorpusBodies {
    private static final Path FOLDER =
            Repository.file("functions/src/test/resources/org/sprechstunde/whatsapp/inbound/corpus");
    private static final String EXPECTED = ".expected.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private CorpusBodies() {}

    /** One delivery; its name is its path without ending. */
    record Delivery(String name, JsonNode body, JsonNode expected) {
        boolean isWebhook() {
            return !expected.has("none");
        }

        /** Whether it does nothing but write, so that what it stores does not hang on what came before. */
        boolean onlyWrites() {
            return expected.path("messages").findValuesAsText("does").stream().allMatch("writes"::equals);
        }
    }

    static List<Delivery> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(EXPECTED))
                    .sorted()
                    .map(CorpusBodies::delivery)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Delivery delivery(Path expected) {
        String name = FOLDER.relativize(expected).toString().replace(EXPECTED, "");
        return new Delivery(name, json(FOLDER.resolve(name + ".json")), json(expected));
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
