package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
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

    StatusParser(TimestampParser times) {
        this.times = times;
    }

    ParsedEntry parse(JsonNode status) {
        Optional<Delivery.State> state = state(status.path("status").asText());
        if (state.isEmpty()) {
            return new ParsedEntry.Nothing(SkipReason.OTHER_STATUS);
        }
        Optional<String> carried = Json.text(status, "biz_opaque_callback_data");
        Optional<KeywordCallback> answer = carried.flatMap(KeywordCallback::parse);
        if (answer.isPresent()) {
            return ofKeyword(status, answer.get(), state.get());
        }
        Optional<CallbackData> ours = carried.flatMap(CallbackData::parse);
        Optional<String> wamid = Json.text(status, "id");
        boolean named = carried.isEmpty() && wamid.isPresent() && !isOfAGroup(status);
        return ours.isPresent() || named
                ? new ParsedEntry.Told(new DeliveryStatus(ours, state.get(), code(status, state.get()), wamid))
                : new ParsedEntry.Nothing(SkipReason.FOREIGN_STATUS);
    }

    /** Of an answer to a citizen's word, nobody asks how far it came unless it did not. */
    private ParsedEntry ofKeyword(JsonNode json, KeywordCallback answer, Delivery.State state) {
        if (state != Delivery.State.FAILED) {
            return new ParsedEntry.Nothing(SkipReason.WORD_ANSWERED);
        }
        Optional<Identity> citizen =
                SenderParser.of(SenderParser.id(json, "recipient_user_id"), SenderParser.phone(json, "recipient_id"));
        String wamid = Json.text(json, "id").orElse(answer.mark());
        return new ParsedEntry.Unanswered(
                new UnansweredKeyword(answer, wamid, citizen, times.of(json), code(json, state)));
    }

    private static boolean isOfAGroup(JsonNode status) {
        return status.path("recipient_type").asText().equals("group");
    }

    private static OptionalLong code(JsonNode status, Delivery.State state) {
        return state == Delivery.State.FAILED ? ErrorCode.first(status.path("errors")) : OptionalLong.empty();
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
