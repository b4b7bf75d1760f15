package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContent.Card;
import org.sprechstunde.platform.Json;

/** Reads the cards of third persons: what reaches them, nothing else (no birthdays, no portraits). */
final class ContactsParser {
    private ContactsParser() {}

    static Optional<MessageContent> parse(JsonNode contacts) {
        List<Card> cards = new ArrayList<>();
        for (JsonNode contact : contacts) {
            cards.add(new Card(
                    name(contact.path("name")),
                    Json.text(contact.path("org"), "company"),
                    texts(contact.path("phones"), "phone", "wa_id"),
                    texts(contact.path("emails"), "email", "email")));
        }
        return contacts.isArray() && !cards.isEmpty()
                ? Optional.of(new MessageContent.Contacts(cards))
                : Optional.empty();
    }

    private static Optional<String> name(JsonNode name) {
        String parts = Stream.of("first_name", "middle_name", "last_name")
                .flatMap(part -> Json.text(name, part).stream())
                .collect(Collectors.joining(" "));
        return Json.text(name, "formatted_name").or(() -> Optional.of(parts).filter(words -> !words.isEmpty()));
    }

    private static List<String> texts(JsonNode array, String field, String orElse) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry ->
                Json.text(entry, field).or(() -> Json.text(entry, orElse)).ifPresent(texts::add));
        return texts;
    }
}
