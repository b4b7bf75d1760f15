package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Json;

/** Reads one entry of a webhook's {@code messages}: what is written, and what becomes of what was written. */
final class InboundParser {
    /** WhatsApp delivers for seven days. */
    private static final Duration OLDEST = Duration.ofDays(9);

    private final Instant now;

    /** A parser to which {@code now} stands in for times that are missing or absurd. */
    InboundParser(Instant now) {
        this.now = now;
    }

    /** Empty for what concerns no citizen of ours, or no message that could be found. */
    Optional<Inbound> parse(JsonNode message, JsonNode contacts) {
        return Json.text(message, "id").flatMap(wamid -> {
            String kind = message.path("type").asText();
            return kind.equals("system")
                    ? MoveParser.parse(message, wamid)
                    : Identities.of(message, contacts).flatMap(citizen -> parse(message, citizen, wamid));
        });
    }

    private Optional<Inbound> parse(JsonNode message, Identity citizen, String wamid) {
        return switch (message.path("type").asText()) {
            case "edit" -> edited(message, citizen, wamid);
            case "revoke" -> original(message, "revoke").map(original -> new Inbound.Revoked(citizen, wamid, original));
            default ->
                OwnWords.parse(citizen, wamid, message)
                        .or(() -> Optional.of(
                                new Inbound.Written(citizen, wamid, written(message), ContentParser.parse(message))));
        };
    }

    /** An edit that cannot be read changes nothing: what stands is still what the citizen wrote. */
    private Optional<Inbound> edited(JsonNode message, Identity citizen, String wamid) {
        Content content = ContentParser.parse(message.path("edit").path("message"));
        return original(message, "edit")
                .filter(_ -> !(content instanceof Content.Unknown))
                .map(original -> new Inbound.Edited(citizen, wamid, original, written(message), content));
    }

    private static Optional<String> original(JsonNode message, String kind) {
        return Json.text(message.path(kind), "original_message_id");
    }

    /** WhatsApp's seconds. A time from the future, or older than WhatsApp delivers, is no time: the message counts. */
    private Instant written(JsonNode message) {
        OptionalLong seconds = Json.number(message, "timestamp");
        boolean sensible = seconds.isPresent()
                && seconds.getAsLong() <= now.getEpochSecond()
                && seconds.getAsLong() >= now.minus(OLDEST).getEpochSecond();
        return sensible ? Instant.ofEpochSecond(seconds.getAsLong()) : now;
    }
}
