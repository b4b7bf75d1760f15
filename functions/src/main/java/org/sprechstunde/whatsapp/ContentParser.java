package org.sprechstunde.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Content.Attachment;
import org.sprechstunde.platform.Json;

/** Reads what a message says. What lacks its essential part, or is of a kind not listed, is kept as unknown. */
final class ContentParser {
    private static final int LONGEST_WORD = 40;

    /** An item of the table holds 400 KB; what is larger by far is no message, but must not be refused for ever. */
    static final int LARGEST = 300_000;

    private static final Content OVERSIZED = new Content.Unknown("oversized");

    private ContentParser() {}

    static Content parse(JsonNode message) {
        String kind = message.path("type").asText();
        Optional<? extends Content> content =
                isStorable(Json.bytes(message)) ? parse(message.path(kind), kind) : Optional.of(OVERSIZED);
        // Lists of empty cards and nested answers grow while they are read.
        return content.<Content>map(read -> isStorable(read.toString().getBytes(UTF_8)) ? read : OVERSIZED)
                .orElseGet(() -> unknown(message, kind));
    }

    private static boolean isStorable(byte[] bytes) {
        return bytes.length <= LARGEST;
    }

    private static Optional<? extends Content> parse(JsonNode part, String kind) {
        Optional<String> caption = Json.text(part, "caption");
        return switch (kind) {
            case "text" -> Json.text(part, "body").map(Content.Text::new);
            case "image" -> media(part, file -> new Content.Image(file, caption));
            case "video" -> media(part, file -> new Content.Video(file, caption));
            case "audio" ->
                media(part, file -> new Content.Audio(file, part.path("voice").asBoolean()));
            case "document" -> media(part, file -> new Content.Document(file, Json.text(part, "filename"), caption));
            case "sticker" -> media(part, Content.Sticker::new);
            case "location" -> PlaceParser.parse(part);
            case "contacts" -> CardParser.parse(part);
            case "button" -> TapParser.button(part);
            case "interactive" -> TapParser.interactive(part);
            case "order" -> OrderParser.parse(part);
            default -> Optional.empty();
        };
    }

    private static Optional<Content> media(JsonNode part, Function<Attachment, Content> kind) {
        return Json.text(part, "id")
                .map(id -> new Attachment(
                        id, Json.text(part, "mime_type").orElse("application/octet-stream"), Json.text(part, "sha256")))
                .map(kind);
    }

    /** By the word that WhatsApp itself gives for what it cannot pass on; older webhooks have none. */
    private static Content unknown(JsonNode message, String kind) {
        String word = kind.equals("unsupported")
                ? Json.text(message.path(kind), "type").orElse(kind)
                : kind;
        return new Content.Unknown(word(word), ErrorCode.first(message.path("errors")));
    }

    /** A kind's word is shown to the mayor: short and plain, whatever was sent. */
    private static String word(String kind) {
        String plain = kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
        return plain.isEmpty() ? "unsupported" : plain.substring(0, Math.min(plain.length(), LONGEST_WORD));
    }
}
