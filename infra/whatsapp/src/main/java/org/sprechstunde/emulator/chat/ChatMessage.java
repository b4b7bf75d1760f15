package org.sprechstunde.emulator.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One message as the citizen's phone shows it.
 *
 * @param message the message as it went over the Graph API or the webhook
 * @param code Meta's error code if it failed
 * @param revision grows with every change of any bubble
 */
public record ChatMessage(
        String id,
        boolean fromCitizen,
        ObjectNode message,
        Instant at,
        DeliveryTick tick,
        OptionalInt code,
        long revision) {

    public static final String GROUP = "group_id";

    /** The group that it was written in, if not in the chat of two. */
    public Optional<String> group() {
        return Optional.of(message.path(GROUP).asText()).filter(id -> !id.isEmpty());
    }

    /** {@code text}, {@code image} and so on. */
    public String kind() {
        return message.path("type").asText("text");
    }

    /** What stands under the kind's name, such as {@code {"body": …}} for a text. */
    public JsonNode content() {
        return message.path(kind());
    }

    ChatMessage ticked(DeliveryTick newTick, OptionalInt newCode, long newRevision) {
        return new ChatMessage(id, fromCitizen, message, at, newTick, newCode, newRevision);
    }

    ChatMessage rewritten(ObjectNode now, long newRevision) {
        return new ChatMessage(id, fromCitizen, now, at, tick, code, newRevision);
    }

    String token() {
        return tokenOf(id);
    }

    /** One message can come under two ids; only the token inside is the same in both. */
    static String tokenOf(String wamid) {
        return WamidFactory.parse(wamid).map(WamidFactory::token).orElse(wamid);
    }
}
