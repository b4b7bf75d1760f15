package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Settings;

/** The town's approved templates, from {@code /texts/templates.json}: a change there needs WhatsApp's approval first. */
public record MessageTemplates(List<MessageTemplate> all) {
    private static final String NAME = "name|";

    public MessageTemplates {
        all = List.copyOf(all);
    }

    public static MessageTemplates of(Settings settings) {
        return read(
                Json.resource("/texts/templates.json"),
                Map.of("town", settings.town(), "hours", settings.townHallHours()));
    }

    /** From {@code array}; {@code words} are the town's own that may fill a gap. */
    static MessageTemplates read(JsonNode array, Map<String, String> words) {
        List<MessageTemplate> all = new ArrayList<>();
        for (JsonNode one : array) {
            List<MessageTemplate.Value> values = new ArrayList<>();
            one.path("values").forEach(value -> values.add(value(value.asText(), words)));
            all.add(new MessageTemplate(
                    required(one, "name"),
                    required(one, "language"),
                    required(one, "title"),
                    required(one, "text"),
                    values));
        }
        return new MessageTemplates(all);
    }

    public Optional<MessageTemplate> find(String name, String language) {
        return all.stream()
                .filter(one -> one.name().equals(name) && one.language().equals(language))
                .findFirst();
    }

    /** One of {@code words}, or {@code name|…}: the citizen's name, or what follows where none is known. */
    private static MessageTemplate.Value value(String word, Map<String, String> words) {
        if (word.startsWith(NAME) && word.length() > NAME.length()) {
            return new MessageTemplate.Name(word.substring(NAME.length()));
        }
        return Optional.ofNullable(words.get(word))
                .map(MessageTemplate.Fixed::new)
                .orElseThrow(() -> new IllegalStateException("a template's value is town, hours or name|otherwise"));
    }

    private static String required(JsonNode template, String field) {
        return Json.text(template, field).orElseThrow(() -> new IllegalStateException("a template lacks its " + field));
    }
}
