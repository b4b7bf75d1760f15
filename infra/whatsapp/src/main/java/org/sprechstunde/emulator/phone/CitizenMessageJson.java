package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.JsonTrees;

/** Letters as the control API takes them, such as {@code {"kind": "text", "text": "Guten Tag"}}. */
public final class CitizenMessageJson {

    private CitizenMessageJson() {}

    /**
     * The letter that this JSON describes.
     *
     * @throws IllegalArgumentException with a sentence if it describes none
     */
    public static CitizenMessage read(JsonNode json) {
        return new CitizenMessage(
                draft(json),
                JsonTrees.text(json, "timestamp").map(CitizenMessageJson::time),
                JsonTrees.text(json, "replyTo"));
    }

    /** A file as a form carries it, with the form's other fields as its circumstances. */
    static CitizenMessage read(JsonNode json, Attachment attachment) {
        FileKind kind = JsonTrees.text(json, "kind")
                .flatMap(FileKind::of)
                .orElseGet(() -> FileKind.forType(attachment.body().type()));
        MessageDraft file =
                new MessageDraft.File(kind, attachment, JsonTrees.text(json, "caption"), isTrue(json, "voice"));
        return new CitizenMessage(
                file, JsonTrees.text(json, "timestamp").map(CitizenMessageJson::time), JsonTrees.text(json, "replyTo"));
    }

    private static MessageDraft draft(JsonNode json) {
        String kind = needed(json, "kind");
        return switch (kind) {
            case "text" -> new MessageDraft.Text(needed(json, "text"));
            case "location" -> location(json);
            case "contacts" -> new MessageDraft.Contacts(array(json));
            case "reaction" -> new MessageDraft.Reaction(needed(json, "messageId"), JsonTrees.text(json, "emoji"));
            case "button" ->
                new MessageDraft.ButtonReply(needed(json, "messageId"), needed(json, "id"), needed(json, "title"));
            case "list" ->
                new MessageDraft.ListReply(
                        needed(json, "messageId"),
                        needed(json, "id"),
                        needed(json, "title"),
                        JsonTrees.text(json, "description"));
            case "quick-reply" ->
                new MessageDraft.QuickReply(needed(json, "messageId"), needed(json, "payload"), needed(json, "text"));
            case "forward" -> new MessageDraft.Forward(needed(json, "messageId"), isTrue(json, "often"));
            case "rare" -> new MessageDraft.Rare(UnsupportedKind.of(needed(json, "what")));
            case "edit" -> new MessageDraft.Edit(needed(json, "messageId"), needed(json, "text"));
            case "revoke" -> new MessageDraft.Revoke(needed(json, "messageId"));
            case "raw" -> new MessageDraft.Raw(message(json));
            default -> file(kind, json);
        };
    }

    private static MessageDraft file(String kind, JsonNode json) {
        FileKind fileKind = FileKind.of(kind)
                .orElseThrow(() -> new IllegalArgumentException("no kind is called " + kind + "; raw takes any"));
        byte[] bytes = Base64.getDecoder().decode(needed(json, "base64"));
        Attachment attachment =
                new Attachment(new Body(needed(json, "mimeType"), bytes), JsonTrees.text(json, "fileName"));
        return new MessageDraft.File(fileKind, attachment, JsonTrees.text(json, "caption"), isTrue(json, "voice"));
    }

    private static MessageDraft location(JsonNode json) {
        if (!json.path("latitude").isNumber() || !json.path("longitude").isNumber()) {
            throw new IllegalArgumentException("latitude and longitude are numbers");
        }
        return new MessageDraft.Location(
                json.path("latitude").asDouble(),
                json.path("longitude").asDouble(),
                JsonTrees.text(json, "name"),
                JsonTrees.text(json, "address"));
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
        return JsonTrees.text(json, field).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
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
