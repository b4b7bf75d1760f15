package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Json;

/** Reads one entry of a webhook's {@code messages}: what is written, and what becomes of what was written. */
final class MessageParser {
    private static final int LONGEST_EMOJI = 64;

    private final TimestampParser times;
    private final KeywordParser keywords;

    MessageParser(WebhookParser.Reader reader) {
        this.times = new TimestampParser(reader.now());
        this.keywords = new KeywordParser(reader.opened());
    }

    ParsedEntry parse(JsonNode message, JsonNode contacts) {
        Optional<String> wamid = SenderParser.id(message, "id");
        if (wamid.isEmpty()) {
            return new ParsedEntry.Nothing(SkipReason.NO_ID);
        }
        if (message.path("type").asText().equals("system")) {
            return IdentityChangeParser.parse(message, wamid.get());
        }
        Optional<Identity> sender = SenderParser.of(message, contacts);
        if (sender.isEmpty()) {
            return new ParsedEntry.Nothing(SkipReason.NO_SENDER);
        }
        return SenderParser.id(message, "group_id")
                .<ParsedEntry>map(group -> new ParsedEntry.InGroup(new GroupMessage(group, wamid.get(), sender.get())))
                .orElseGet(() -> parse(message, sender.get(), wamid.get()));
    }

    private ParsedEntry parse(JsonNode message, Identity citizen, String wamid) {
        return switch (message.path("type").asText()) {
            case "edit" -> found(edited(message, citizen, wamid), SkipReason.UNCLEAR_EDIT);
            case "revoke" ->
                found(
                        target(message, "revoke", "original_message_id")
                                .map(original -> new InboundEvent.Revoked(citizen, wamid, original)),
                        SkipReason.UNCLEAR_REVOCATION);
            case "reaction" ->
                found(
                        target(message, "reaction", "message_id").map(original -> reacted(message, citizen, original)),
                        SkipReason.UNCLEAR_REACTION);
            case "request_welcome" -> new ParsedEntry.Nothing(SkipReason.CHAT_OPENED);
            default -> new ParsedEntry.Found(written(message, citizen, wamid));
        };
    }

    private InboundEvent written(JsonNode message, Identity citizen, String wamid) {
        var written = new InboundEvent.Written(
                citizen,
                wamid,
                times.of(message),
                ContentParser.parse(message),
                ContextParser.quoted(message),
                ContextParser.parse(message));
        return keywords.parse(written, message);
    }

    /** An edit that cannot be read changes nothing: what stands is still what the citizen wrote. */
    private Optional<InboundEvent> edited(JsonNode message, Identity citizen, String wamid) {
        MessageContent content = ContentParser.parse(message.path("edit").path("message"));
        return target(message, "edit", "original_message_id")
                .filter(_ -> !(content instanceof MessageContent.Unknown))
                .map(original -> new InboundEvent.Edited(citizen, wamid, original, times.of(message), content));
    }

    /** No emoji, or an empty one, takes the reaction back. */
    private InboundEvent reacted(JsonNode message, Identity citizen, String original) {
        Optional<String> emoji = Json.text(message.path("reaction"), "emoji")
                .map(sign -> sign.length() > LONGEST_EMOJI ? sign.substring(0, LONGEST_EMOJI) : sign);
        return new InboundEvent.Reacted(citizen, message.path("id").asText(), original, times.of(message), emoji);
    }

    private static Optional<String> target(JsonNode message, String kind, String field) {
        return SenderParser.id(message.path(kind), field);
    }

    private static ParsedEntry found(Optional<? extends InboundEvent> inbound, SkipReason otherwise) {
        return inbound.<ParsedEntry>map(ParsedEntry.Found::new).orElseGet(() -> new ParsedEntry.Nothing(otherwise));
    }
}
