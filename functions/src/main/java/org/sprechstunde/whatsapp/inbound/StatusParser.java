package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.platform.Json;
import org.sprechstunde.whatsapp.CallbackData;
import org.sprechstunde.whatsapp.ErrorCode;

/** Reads one entry of a webhook's {@code statuses}; the answer that it speaks of is found by our own ids alone. */
final class StatusParser {
    private StatusParser() {}

    /** @param opened our ids out of what WhatsApp has carried */
    static ParsedEntry parse(JsonNode status, UnaryOperator<String> opened) {
        Optional<Delivery.State> state = state(status.path("status").asText());
        if (state.isEmpty()) {
            return new ParsedEntry.Nothing(SkipReason.OTHER_STATUS);
        }
        return Json.text(status, "biz_opaque_callback_data")
                .map(opened)
                .flatMap(CallbackData::parse)
                .<ParsedEntry>map(ours -> new ParsedEntry.Told(status(status, ours, state.get())))
                .orElseGet(() -> new ParsedEntry.Nothing(SkipReason.FOREIGN_STATUS));
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
