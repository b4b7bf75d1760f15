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

/** Reads one entry of a webhook's {@code statuses}; the answer that it speaks of is found by our own ids alone. */
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
        String carried = Json.text(status, "biz_opaque_callback_data").orElse("");
        return CallbackData.parse(carried)
                .<ParsedEntry>map(ours -> new ParsedEntry.Told(status(status, ours, state.get())))
                .or(() -> KeywordCallback.parse(carried).map(answer -> ofKeyword(status, answer, state.get())))
                .orElseGet(() -> new ParsedEntry.Nothing(SkipReason.FOREIGN_STATUS));
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
                new UnansweredKeyword(answer, wamid, citizen, times.of(json), ErrorCode.first(json.path("errors"))));
    }

    private static DeliveryStatus status(JsonNode json, CallbackData ours, Delivery.State state) {
        OptionalLong code =
                state == Delivery.State.FAILED ? ErrorCode.first(json.path("errors")) : OptionalLong.empty();
        return new DeliveryStatus(ours.enquiry(), ours.message(), ours.reaction(), state, code, Json.text(json, "id"));
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
