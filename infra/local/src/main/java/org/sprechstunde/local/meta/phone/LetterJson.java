package org.sprechstunde.local.meta.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import org.sprechstunde.local.meta.chat.Attachment;
import org.sprechstunde.local.meta.web.Body;
import org.sprechstunde.local.meta.web.Json;

/** Letters as the control API takes them, such as {@code {"kind": "text", "text": "Guten Tag"}}. */
public final class LetterJson {

    private LetterJson() {}

    /**
     * The letter that this JSON describes.
     *
     * @throws IllegalArgumentException with a sentence if it describes none
     */
    public static Letter read(JsonNode json) {
        return new Letter(draft(json), Json.text(json, "timestamp").map(LetterJson::time), Json.text(json, "replyTo"));
    }

    /** A file as a form carries it, with the form's other fields as its circumstances. */
    static Letter read(JsonNode json, Attachment attachment) {
        FileKind kind = Json.text(json, "kind")
                .flatMap(FileKind::of)
                .orElseGet(() -> FileKind.forType(attachment.body().type()));
        Draft file = new Draft.File(kind, attachment, Json.text(json, "caption"), isTrue(json, "voice"));
        return new Letter(file, Json.text(json, "timestamp").map(LetterJson::time), Json.text(json, "replyTo"));
    }

    private static Draft draft(JsonNode json) {
        String kind = needed(json, "kind");
        return switch (kind) {
            case "text" -> new Draft.Text(needed(json, "text"));
            case "location" -> location(json);
            case "contacts" -> new Draft.Contacts(array(json));
            case "reaction" -> new Draft.Reaction(needed(json, "messageId"), Json.text(json, "emoji"));
            case "button" ->
                new Draft.ButtonReply(needed(json, "messageId"), needed(json, "id"), needed(json, "title"));
            case "list" ->
                new Draft.ListReply(
                        needed(json, "messageId"),
                        needed(json, "id"),
                        needed(json, "title"),
                        Json.text(json, "description"));
            case "quick-reply" ->
                new Draft.QuickReply(needed(json, "messageId"), needed(json, "payload"), needed(json, "text"));
            case "forward" -> new Draft.Forward(needed(json, "messageId"), isTrue(json, "often"));
            case "rare" -> new Draft.Rare(RareKind.of(needed(json, "what")));
            case "edit" -> new Draft.Edit(needed(json, "messageId"), needed(json, "text"));
            case "revoke" -> new Draft.Revoke(needed(json, "messageId"));
            case "raw" -> new Draft.Raw(message(json));
            default -> file(kind, json);
        };
    }

    private static Draft file(String kind, JsonNode json) {
        FileKind fileKind = FileKind.of(kind)
                .orElseThrow(() -> new IllegalArgumentException("no kind is called " + kind + "; raw takes any"));
        byte[] bytes = Base64.getDecoder().decode(needed(json, "base64"));
        Attachment attachment = new Attachment(new Body(needed(json, "mimeType"), bytes), Json.text(json, "fileName"));
        return new Draft.File(fileKind, attachment, Json.text(json, "caption"), isTrue(json, "voice"));
    }

    private static Draft location(JsonNode json) {
        if (!json.path("latitude").isNumber() || !json.path("longitude").isNumber()) {
            throw new IllegalArgumentException("latitude and longitude are numbers");
        }
        return new Draft.Location(
                json.path("latitude").asDouble(),
                json.path("longitude").asDouble(),
                Json.text(json, "name"),
                Json.text(json, "address"));
    }

    private static ArrayNode array(JsonNode json) {
        if (json.path("contacts") instanceof ArrayNode cards) {
            return cards;
        }
        throw new IllegalArgumentException("contacts is an array of cards");
    }

    private static ObjectNode message(JsonNode json) {
        if (json.path("message") instanceof ObjectNode message) {
            return message;
        }
        throw new IllegalArgumentException("message is an object");
    }

    private static String needed(JsonNode json, String field) {
        return Json.text(json, field).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private static boolean isTrue(JsonNode json, String field) {
        return Optional.of(json.path(field).asText()).filter("true"::equals).isPresent();
    }

    private static Instant time(String text) {
        try {
            return text.matches("\\d{1,12}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("timestamp is epoch seconds or ISO 8601 in UTC", e);
        }
    }
}
