package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContent.Card;
import org.sprechstunde.enquiry.MessageContent.Reach;
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
                    Json.text(contact.path("org"), "department"),
                    new Reach(
                            texts(contact.path("phones"), "phone", "wa_id"),
                            texts(contact.path("emails"), "email", "email"),
                            addresses(contact.path("addresses")),
                            texts(contact.path("urls"), "url", "url"))));
        }
        return contacts.isArray() && !cards.isEmpty()
                ? Optional.of(new MessageContent.Contacts(cards))
                : Optional.empty();
    }

    private static Optional<String> name(JsonNode name) {
        String parts = joined(" ", name, "first_name", "middle_name", "last_name");
        return Json.text(name, "formatted_name").or(() -> Optional.of(parts).filter(words -> !words.isEmpty()));
    }

    /** As one writes it on a letter: street, place, region, country. The country's code only repeats its name. */
    private static List<String> addresses(JsonNode array) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode address : array) {
            String place = joined(" ", address, "zip", "city");
            String line = Stream.of(joined("", address, "street"), place, joined(", ", address, "state", "country"))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            if (!line.isEmpty()) {
                addresses.add(line);
            }
        }
        return addresses;
    }

    private static String joined(String separator, JsonNode json, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> Json.text(json, field).stream())
                .collect(Collectors.joining(separator));
    }

    private static List<String> texts(JsonNode array, String field, String orElse) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry ->
                Json.text(entry, field).or(() -> Json.text(entry, orElse)).ifPresent(texts::add));
        return texts;
    }
}
