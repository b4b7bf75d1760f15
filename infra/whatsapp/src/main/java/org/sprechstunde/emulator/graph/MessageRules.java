package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.emulator.chat.WhatsAppState;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.JsonTrees;

/** What Meta demands of an outbound message before it accepts it. */
final class MessageRules {
    /** Around a digit, for example. */
    private static final int KEYCAP = 0x20E3;

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_OPAQUE = 512;
    private static final Duration OLDEST_TARGET = Duration.ofDays(30);

    private final WhatsAppState whatsAppState;
    private final TemplateReview templates;

    MessageRules(WhatsAppState whatsAppState, TemplateReview templates) {
        this.whatsAppState = whatsAppState;
        this.templates = templates;
    }

    /** The refusal that {@code message} deserves, if any. */
    Optional<GraphError> unmetBy(JsonNode message) {
        if (message.path("biz_opaque_callback_data").asText().length() > LONGEST_OPAQUE) {
            return refuse("biz_opaque_callback_data is too long");
        }
        if (!List.of("individual", "group")
                .contains(message.path("recipient_type").asText("individual"))) {
            return refuse("recipient_type is neither individual nor group");
        }
        String type = JsonTrees.text(message, "type").orElse("text");
        JsonNode content = message.path(type);
        return switch (type) {
            case "text" -> text(content.path("body").asText());
            case "image", "document", "audio", "video", "sticker" -> media(type, content);
            case "template" -> template(content);
            case "reaction" -> reaction(content);
            case "interactive" -> InteractiveRules.unmetBy(content);
            default -> refuse("type is not one of those this emulator knows");
        };
    }

    private Optional<GraphError> template(JsonNode content) {
        if (JsonTrees.text(content, "name").isEmpty()
                || JsonTrees.text(content.path("language"), "code").isEmpty()) {
            return refuse("a template has a name and a language code");
        }
        return templates
                .approved(content)
                .map(template -> template.unmetBy(content))
                .orElseGet(() -> Optional.of(GraphError.template(132001)));
    }

    private static Optional<GraphError> text(String body) {
        return body.isBlank() || body.length() > LONGEST_TEXT ? refuse("body is 1 to 4096 characters") : met();
    }

    private Optional<GraphError> media(String type, JsonNode content) {
        boolean speechless = type.equals("audio") || type.equals("sticker");
        if (content.path("caption").asText().length() > (speechless ? 0 : LONGEST_CAPTION)) {
            return refuse("a caption is up to 1024 characters; sounds and stickers have none");
        }
        if (content.has("link")) {
            return Optional.of(GraphError.file("this emulator fetches no links"));
        }
        return whatsAppState
                .shelf()
                .atMeta(content.path("id").asText())
                .map(media -> fits(type, media.attachment().body())
                        ? MessageRules.met()
                        : Optional.of(GraphError.file("type or size is not right for " + type)))
                .orElseGet(() -> refuse("there is no media with this id"));
    }

    private static boolean fits(String type, Body body) {
        return MediaRules.of(type).filter(kind -> kind.takes(body)).isPresent();
    }

    private Optional<GraphError> reaction(JsonNode content) {
        if (!content.path("emoji").isTextual()
                || !isEmojiOrNothing(content.path("emoji").asText())) {
            return refuse("emoji is one emoji, or empty to take it back");
        }
        Instant oldest = whatsAppState.clock().instant().minus(OLDEST_TARGET);
        boolean stands = whatsAppState
                .chats()
                .find(content.path("message_id").asText())
                .filter(found -> found.bubble().at().isAfter(oldest))
                .isPresent();
        return stands ? met() : Optional.of(GraphError.value("message_id is unknown or older than 30 days"));
    }

    private static boolean isEmojiOrNothing(String text) {
        boolean one = text.matches("\\X");
        boolean pictured = text.codePoints()
                .anyMatch(point -> Character.isEmojiPresentation(point)
                        || Character.isExtendedPictographic(point)
                        || point == KEYCAP);
        return text.isEmpty() || (one && pictured);
    }

    private static Optional<GraphError> met() {
        return Optional.empty();
    }

    private static Optional<GraphError> refuse(String details) {
        return Optional.of(GraphError.parameter(details));
    }
}
