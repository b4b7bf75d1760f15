package org.sprechstunde.whatsapp.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContent.Attachment;
import org.sprechstunde.platform.Json;
import org.sprechstunde.whatsapp.ErrorCode;

/** Reads what a message says. What lacks its essential part, or is of a kind not listed, is kept as unknown. */
public final class ContentParser {
    private static final int LONGEST_WORD = 40;

    /** An item of the table holds 400 KB; what is larger by far is no message, but must not be refused for ever. */
    static final int LARGEST = 300_000;

    private static final MessageContent OVERSIZED = new MessageContent.Unknown("oversized");

    private ContentParser() {}

    public static MessageContent parse(JsonNode message) {
        String kind = message.path("type").asText();
        Optional<? extends MessageContent> content =
                isStorable(Json.bytes(message)) ? parse(message.path(kind), kind) : Optional.of(OVERSIZED);
        // Lists of empty cards and nested answers grow while they are read.
        return content.<MessageContent>map(read -> isStorable(read.toString().getBytes(UTF_8)) ? read : OVERSIZED)
                .orElseGet(() -> unknown(message, kind));
    }

    private static boolean isStorable(byte[] bytes) {
        return bytes.length <= LARGEST;
    }

    private static Optional<? extends MessageContent> parse(JsonNode part, String kind) {
        Optional<String> caption = Json.text(part, "caption");
        return switch (kind) {
            case "text" -> Json.text(part, "body").map(MessageContent.Text::new);
            case "image" -> media(part, file -> new MessageContent.Image(file, caption));
            case "video" -> media(part, file -> new MessageContent.Video(file, caption));
            case "audio" ->
                media(
                        part,
                        file -> new MessageContent.Audio(
                                file, part.path("voice").asBoolean()));
            case "document" ->
                media(part, file -> new MessageContent.Document(file, Json.text(part, "filename"), caption));
            case "sticker" -> media(part, MessageContent.Sticker::new);
            case "location" -> LocationParser.parse(part);
            case "contacts" -> ContactsParser.parse(part);
            case "button" -> InteractiveParser.button(part);
            case "interactive" -> InteractiveParser.interactive(part);
            case "order" -> OrderParser.parse(part);
            default -> Optional.empty();
        };
    }

    private static Optional<MessageContent> media(JsonNode part, Function<Attachment, MessageContent> kind) {
        return Json.text(part, "id")
                .map(id -> new Attachment(
                        id, Json.text(part, "mime_type").orElse("application/octet-stream"), Json.text(part, "sha256")))
                .map(kind);
    }

    /** By the word that WhatsApp itself gives for what it cannot pass on; older webhooks have none. */
    private static MessageContent unknown(JsonNode message, String kind) {
        String word = kind.equals("unsupported")
                ? Json.text(message.path(kind), "type").orElse(kind)
                : kind;
        return new MessageContent.Unknown(word(word), ErrorCode.first(message.path("errors")));
    }

    /** A kind's word is shown to the mayor: short and plain, whatever was sent. */
    private static String word(String kind) {
        String plain = kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
        return plain.isEmpty() ? "unsupported" : plain.substring(0, Math.min(plain.length(), LONGEST_WORD));
    }
}
