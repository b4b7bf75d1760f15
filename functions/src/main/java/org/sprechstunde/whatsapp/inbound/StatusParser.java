package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.platform.Json;
import org.sprechstunde.whatsapp.CallbackData;
import org.sprechstunde.whatsapp.ErrorCode;

/**
 * Reads one entry of a webhook's {@code statuses}. The answer that it speaks of is found by our own ids, or, where WhatsApp
 * carries none back, by its own. What carries somebody else's ids, or speaks of a group, is not ours.
 */
final class StatusParser {
    private StatusParser() {}

    static ParsedEntry parse(JsonNode status) {
        Optional<Delivery.State> state = state(status.path("status").asText());
        if (state.isEmpty()) {
            return new ParsedEntry.Nothing(SkipReason.OTHER_STATUS);
        }
        Optional<String> carried = Json.text(status, "biz_opaque_callback_data");
        Optional<CallbackData> ours = carried.flatMap(CallbackData::parse);
        Optional<String> wamid = Json.text(status, "id");
        boolean named = carried.isEmpty() && wamid.isPresent() && !isOfAGroup(status);
        return ours.isPresent() || named
                ? new ParsedEntry.Told(new DeliveryStatus(ours, state.get(), code(status, state.get()), wamid))
                : new ParsedEntry.Nothing(SkipReason.FOREIGN_STATUS);
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
