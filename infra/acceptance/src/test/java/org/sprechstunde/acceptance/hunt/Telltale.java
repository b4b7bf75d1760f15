package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sprechstunde.emulator.chat.WamidFactory;

/**
 * Every value of a delivery that is long enough to be recognised; and what is inside a message's id. Left out is what
 * the town may keep openly: times, its own random ids, and words of WhatsApp's that name our own events and states.
 */
final class Telltale {
    private static final int SHORTEST = 8;
    /** When a permission ends may be the second at which somebody writes. */
    private static final Set<String> OPEN_FIELDS =
            Set.of("timestamp", "time", "expiration_timestamp", "created_timestamp", "biz_opaque_callback_data");

    private static final Set<String> OUR_WORDS = Set.of("whatsapp", "delivered", "DELIVERED", "reaction", "security");

    private final Map<String, Canary> canaries = new LinkedHashMap<>();

    static Collection<Canary> in(Collection<CorpusBodies.Delivery> deliveries) {
        Telltale telltale = new Telltale();
        deliveries.forEach(delivery -> telltale.collect(delivery.body()));
        return telltale.canaries.values();
    }

    private void collect(JsonNode json) {
        json.properties().stream()
                .filter(field -> !OPEN_FIELDS.contains(field.getKey()))
                .forEach(field -> collect(field.getValue()));
        if (json.isArray()) {
            json.forEach(this::collect);
        } else if (json.isTextual() || json.isNumber()) {
            add(json.asText());
        }
    }

    private void add(String value) {
        WamidFactory.parse(value).ifPresent(id -> {
            add(id.identity());
            add(id.token());
        });
        List<byte[]> words = Arrays.stream(value.split("[\\s.]+", -1))
                .filter(word -> word.length() >= SHORTEST && !OUR_WORDS.contains(word))
                .map(word -> word.getBytes(UTF_8))
                .toList();
        if (!words.isEmpty()) {
            canaries.computeIfAbsent(value, _ -> canary(value, words));
        }
    }

    /** Its kind names the value to who has the corpus, and to nobody else. */
    private static Canary canary(String value, List<byte[]> words) {
        String kind = "value %08x".formatted(value.hashCode());
        return value.matches("\\d{10,15}")
                ? Canary.phone(kind, value)
                : new Canary(kind, words, List.of(value.getBytes(UTF_8)));
    }
}
