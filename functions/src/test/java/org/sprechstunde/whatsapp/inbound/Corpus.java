package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sprechstunde.platform.Json;

/**
 * Deliveries of every kind and every odd shape that WhatsApp is known to send, in folders by what they are about. Beside
 * each {@code name.json} stands {@code name.expected.json}: what is read from it at {@link #NOW}. All persons in them
 * are made up.
 */
final class Corpus {
    static final String OURS = "100000000000001";
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final WebhookParser.Reader READER = new WebhookParser.Reader(OURS, NOW, UnaryOperator.identity());

    private static final String EXPECTED = ".expected.json";
    private static final List<Delivery> ALL = read();

    private Corpus() {}

    /** One delivery and what is expected of it; its name is its path without ending. */
    record Delivery(String name, JsonNode body, JsonNode expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Delivery> all() {
        return ALL;
    }

    /** All but those that are no webhook of ours at all. */
    static List<Delivery> webhooks() {
        return ALL.stream().filter(delivery -> !delivery.expected().has("none")).toList();
    }

    private static List<Delivery> read() {
        Path folder = Path.of(URI.create(
                Objects.requireNonNull(Corpus.class.getResource("corpus")).toString()));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(EXPECTED))
                    .sorted()
                    .map(file -> delivery(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Delivery delivery(Path folder, Path expected) {
        String name = folder.relativize(expected).toString().replace(EXPECTED, "");
        return new Delivery(name, json(folder.resolve(name + ".json")), json(expected));
    }

    private static JsonNode json(Path file) {
        try {
            return Json.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
