package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Json;

/** Reads one entry of a webhook's {@code messages}: what is written, and what becomes of what was written. */
final class InboundParser {
    private static final int LONGEST_EMOJI = 64;

    private final TimeParser times;

    /** A parser to which {@code now} stands in for times that are missing or absurd. */
    InboundParser(Instant now) {
        this.times = new TimeParser(now);
    }

    Entry parse(JsonNode message, JsonNode contacts) {
        Optional<String> wamid = Identities.id(message, "id");
        if (wamid.isEmpty()) {
            return new Entry.Nothing(Skipped.NO_ID);
        }
        if (message.path("type").asText().equals("system")) {
            return MoveParser.parse(message, wamid.get());
        }
        Optional<Identity> sender = Identities.of(message, contacts);
        if (sender.isEmpty()) {
            return new Entry.Nothing(Skipped.NO_SENDER);
        }
        return Identities.id(message, "group_id")
                .<Entry>map(group -> new Entry.InGroup(new GroupMessage(group, wamid.get(), sender.get())))
                .orElseGet(() -> parse(message, sender.get(), wamid.get()));
    }

    private Entry parse(JsonNode message, Identity citizen, String wamid) {
        return switch (message.path("type").asText()) {
            case "edit" -> found(edited(message, citizen, wamid), Skipped.UNCLEAR_EDIT);
            case "revoke" ->
                found(
                        target(message, "revoke", "original_message_id")
                                .map(original -> new Inbound.Revoked(citizen, wamid, original)),
                        Skipped.UNCLEAR_REVOCATION);
            case "reaction" ->
                found(
                        target(message, "reaction", "message_id").map(original -> reacted(message, citizen, original)),
                        Skipped.UNCLEAR_REACTION);
            case "request_welcome" -> new Entry.Nothing(Skipped.CHAT_OPENED);
            default -> new Entry.Found(written(message, citizen, wamid));
        };
    }

    private Inbound written(JsonNode message, Identity citizen, String wamid) {
        return OwnWords.parse(citizen, wamid, message)
                .orElseGet(() -> new Inbound.Written(
                        citizen,
                        wamid,
                        times.of(message),
                        ContentParser.parse(message),
                        ContextParser.quoted(message),
                        ContextParser.parse(message)));
    }

    /** An edit that cannot be read changes nothing: what stands is still what the citizen wrote. */
    private Optional<Inbound> edited(JsonNode message, Identity citizen, String wamid) {
        Content content = ContentParser.parse(message.path("edit").path("message"));
        return target(message, "edit", "original_message_id")
                .filter(_ -> !(content instanceof Content.Unknown))
                .map(original -> new Inbound.Edited(citizen, wamid, original, times.of(message), content));
    }

    /** No emoji, or an empty one, takes the reaction back. */
    private Inbound reacted(JsonNode message, Identity citizen, String original) {
        Optional<String> emoji = Json.text(message.path("reaction"), "emoji")
                .map(sign -> sign.length() > LONGEST_EMOJI ? sign.substring(0, LONGEST_EMOJI) : sign);
        return new Inbound.Reacted(citizen, message.path("id").asText(), original, times.of(message), emoji);
    }

    private static Optional<String> target(JsonNode message, String kind, String field) {
        return Identities.id(message.path(kind), field);
    }

    private static Entry found(Optional<? extends Inbound> inbound, Skipped otherwise) {
        return inbound.<Entry>map(Entry.Found::new).orElseGet(() -> new Entry.Nothing(otherwise));
    }
}
