package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Graphemes;
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

    /** Reads {@code message} of the delivery {@code value}. */
    ParsedEntry parse(JsonNode message, JsonNode value) {
        Optional<String> wamid = SenderParser.id(message, "id");
        if (wamid.isEmpty()) {
            return new ParsedEntry.Nothing(SkipReason.NO_ID);
        }
        if (message.path("type").asText().equals("system")) {
            return IdentityChangeParser.parse(message, wamid.get());
        }
        Identity sender = SenderParser.of(message, wamid.get(), value);
        Optional<String> group = SenderParser.id(message, "group_id");
        if (group.isPresent()) {
            return sender.isTold()
                    ? new ParsedEntry.InGroup(new GroupMessage(group.get(), wamid.get(), sender))
                    : new ParsedEntry.Nothing(SkipReason.NO_SENDER);
        }
        return sender.isTold() ? parse(message, sender, wamid.get()) : ofNobody(message, sender, wamid.get());
    }

    /** Nobody can be answered, or shown to have written what is changed; but whatever says something is kept. */
    private ParsedEntry ofNobody(JsonNode message, Identity nobody, String wamid) {
        return switch (message.path("type").asText()) {
            case "revoke", "reaction" -> new ParsedEntry.Nothing(SkipReason.NO_SENDER);
            case "request_welcome" -> new ParsedEntry.Nothing(SkipReason.CHAT_OPENED);
            case "edit" ->
                new ParsedEntry.Found(
                        message(message, nobody, wamid, ContentParser.parse(message.at("/edit/message"))));
            default -> new ParsedEntry.Found(message(message, nobody, wamid, ContentParser.parse(message)));
        };
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
        return keywords.parse(message(message, citizen, wamid, ContentParser.parse(message)), message);
    }

    private InboundEvent.Written message(JsonNode message, Identity citizen, String wamid, MessageContent content) {
        return new InboundEvent.Written(
                citizen,
                wamid,
                times.of(message),
                content,
                ContextParser.quoted(message),
                ContextParser.parse(message));
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
        Optional<String> emoji =
                Json.text(message.path("reaction"), "emoji").map(sign -> Graphemes.beginning(sign, LONGEST_EMOJI));
        return new InboundEvent.Reacted(citizen, message.path("id").asText(), original, times.of(message), emoji);
    }

    private static Optional<String> target(JsonNode message, String kind, String field) {
        return SenderParser.id(message.path(kind), field);
    }

    private static ParsedEntry found(Optional<? extends InboundEvent> inbound, SkipReason otherwise) {
        return inbound.<ParsedEntry>map(ParsedEntry.Found::new).orElseGet(() -> new ParsedEntry.Nothing(otherwise));
    }
}
