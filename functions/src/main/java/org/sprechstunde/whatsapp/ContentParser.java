package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Content.Attachment;
import org.sprechstunde.enquiry.Content.Card;
import org.sprechstunde.platform.Json;

/** Reads what a message says. What lacks its essential part, or is of a kind not listed, is kept as unknown. */
final class ContentParser {
    private static final int LONGEST_WORD = 40;

    /** An item of the table holds 400 KB; what is larger by far is no message, but must not be refused for ever. */
    private static final int LARGEST = 300_000;

    /** A known kind without its essential part must not pass for one. */
    private static final Set<String> KNOWN =
            Set.of("text", "image", "video", "audio", "document", "sticker", "location", "contacts", "");

    private ContentParser() {}

    static Content parse(JsonNode message) {
        String kind = message.path("type").asText();
        return Json.bytes(message).length > LARGEST ? new Content.Unknown("oversized") : parse(message, kind);
    }

    private static Content parse(JsonNode message, String kind) {
        JsonNode part = message.path(kind);
        Optional<String> caption = Json.text(part, "caption");
        Optional<? extends Content> content = switch (kind) {
            case "text" -> Json.text(part, "body").map(Content.Text::new);
            case "image" -> media(part, file -> new Content.Image(file, caption));
            case "video" -> media(part, file -> new Content.Video(file, caption));
            case "audio" ->
                media(part, file -> new Content.Audio(file, part.path("voice").asBoolean()));
            case "document" -> media(part, file -> new Content.Document(file, Json.text(part, "filename"), caption));
            case "sticker" -> media(part, Content.Sticker::new);
            case "location" -> location(part);
            case "contacts" -> part.isArray() ? Optional.of(new Content.Contacts(cards(part))) : Optional.empty();
            default -> Optional.empty();
        };
        return content.isPresent() ? content.get() : new Content.Unknown(word(kind));
    }

    private static Optional<Content> media(JsonNode part, Function<Attachment, Content> kind) {
        return Json.text(part, "id")
                .map(id -> new Attachment(
                        id, Json.text(part, "mime_type").orElse("application/octet-stream"), Json.text(part, "sha256")))
                .map(kind);
    }

    private static Optional<Content> location(JsonNode part) {
        double latitude = degrees(part, "latitude");
        double longitude = degrees(part, "longitude");
        if (!Double.isFinite(latitude) || !Double.isFinite(longitude)) {
            return Optional.empty();
        }
        return Optional.of(
                new Content.Location(latitude, longitude, Json.text(part, "name"), Json.text(part, "address")));
    }

    private static double degrees(JsonNode part, String field) {
        return part.path(field).isNumber() ? part.path(field).asDouble() : Double.NaN;
    }

    private static List<Card> cards(JsonNode contacts) {
        List<Card> cards = new ArrayList<>();
        for (JsonNode contact : contacts) {
            JsonNode name = contact.path("name");
            cards.add(new Card(
                    Json.text(name, "formatted_name").or(() -> Json.text(name, "first_name")),
                    Json.text(contact.path("org"), "company"),
                    texts(contact.path("phones"), "phone"),
                    texts(contact.path("emails"), "email")));
        }
        return cards;
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> Json.text(entry, field).ifPresent(texts::add));
        return texts;
    }

    /** A kind's word is shown to the mayor: short and plain, whatever was sent. */
    private static String word(String kind) {
        String plain = kind.replaceAll("[^a-z0-9_]", "");
        return KNOWN.contains(plain) ? "unsupported" : plain.substring(0, Math.min(plain.length(), LONGEST_WORD));
    }
}
