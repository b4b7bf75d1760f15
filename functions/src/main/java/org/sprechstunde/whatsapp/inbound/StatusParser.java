package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Json;
import org.sprechstunde.whatsapp.CallbackData;
import org.sprechstunde.whatsapp.ErrorCode;
import org.sprechstunde.whatsapp.KeywordCallback;

/**
 * Reads one entry of a webhook's {@code statuses}. The answer that it speaks of is found by our own ids, or, where WhatsApp
 * carries none back, by its own. What carries somebody else's ids, or speaks of a group, is not ours.
 */
final class StatusParser {
    private final TimestampParser times;

    private final UnaryOperator<String> opened;

    StatusParser(WebhookParser.Reader reader) {
        this.times = new TimestampParser(reader.now());
        this.opened = reader.opened();
    }

    ParsedEntry parse(JsonNode status) {
        Optional<Delivery.State> state = state(status.path("status").asText());
        if (state.isEmpty()) {
            return new ParsedEntry.Nothing(SkipReason.OTHER_STATUS);
        }
        Optional<String> carried = Json.text(status, "biz_opaque_callback_data").map(opened);
        Optional<String> wamid = Json.text(status, "id");
        Optional<CallbackData> ours = carried.flatMap(CallbackData::parse);
        if (ours.isPresent() || (carried.isEmpty() && wamid.isPresent() && !isOfAGroup(status))) {
            return new ParsedEntry.Told(new DeliveryStatus(
                    ours, state.get(), code(status, state.get()), wamid, recipient(status), times.of(status)));
        }
        return carried.flatMap(KeywordCallback::parse)
                .map(answer -> ofKeyword(status, answer, state.get()))
                .orElseGet(() -> new ParsedEntry.Nothing(SkipReason.FOREIGN_STATUS));
    }

    private static boolean isOfAGroup(JsonNode status) {
        return status.path("recipient_type").asText().equals("group");
    }

    private static OptionalLong code(JsonNode status, Delivery.State state) {
        return state == Delivery.State.FAILED ? ErrorCode.first(status.path("errors")) : OptionalLong.empty();
    }

    /** Of an answer to a citizen's word, nobody asks how far it came unless it did not. */
    private ParsedEntry ofKeyword(JsonNode json, KeywordCallback answer, Delivery.State state) {
        if (state != Delivery.State.FAILED) {
            return new ParsedEntry.Nothing(SkipReason.WORD_ANSWERED);
        }
        String wamid = Json.text(json, "id").orElse(answer.mark());
        return new ParsedEntry.Unanswered(new UnansweredKeyword(
                answer, wamid, recipient(json), times.of(json), ErrorCode.first(json.path("errors"))));
    }

    private static Optional<Identity> recipient(JsonNode status) {
        return SenderParser.of(
                SenderParser.id(status, "recipient_user_id"), SenderParser.phone(status, "recipient_id"));
    }

    private static Optional<Delivery.State> state(String word) {
        return switch (word) {
            case "sent" -> Optional.of(Delivery.State.SENT);
            case "delivered" -> Optional.of(Delivery.State.DELIVERED);
            case "read", "played" -> Optional.of(Delivery.State.READ);
            case "failed" -> Optional.of(Delivery.State.FAILED);
            default -> Optional.empty();
        };
    }
}
