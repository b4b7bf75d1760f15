package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.DeliveryState;
import org.sprechstunde.platform.Json;

/** Reads one entry of a webhook's {@code statuses}; the answer that it speaks of is found by our own ids alone. */
final class StatusParser {
    private StatusParser() {}

    static Entry parse(JsonNode status) {
        Optional<DeliveryState> state = state(status.path("status").asText());
        if (state.isEmpty()) {
            return new Entry.Nothing(Skipped.OTHER_STATUS);
        }
        return Json.text(status, "biz_opaque_callback_data")
                .flatMap(Callback::parse)
                .<Entry>map(ours -> new Entry.Told(status(status, ours, state.get())))
                .orElseGet(() -> new Entry.Nothing(Skipped.FOREIGN_STATUS));
    }

    private static Status status(JsonNode json, Callback ours, DeliveryState state) {
        OptionalLong code = state == DeliveryState.FAILED ? ErrorCode.first(json.path("errors")) : OptionalLong.empty();
        return new Status(ours.enquiry(), ours.message(), ours.reaction(), state, code, Json.text(json, "id"));
    }

    private static Optional<DeliveryState> state(String word) {
        return switch (word) {
            case "sent" -> Optional.of(DeliveryState.SENT);
            case "delivered" -> Optional.of(DeliveryState.DELIVERED);
            case "read", "played" -> Optional.of(DeliveryState.READ);
            case "failed" -> Optional.of(DeliveryState.FAILED);
            default -> Optional.empty();
        };
    }
}
