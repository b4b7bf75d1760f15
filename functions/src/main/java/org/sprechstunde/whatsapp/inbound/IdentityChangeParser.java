package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.enquiry.Identity;

/**
 * Reads WhatsApp's {@code system} messages for a citizen's new number or user id. Their {@code body} has old
 * and new number in words: it is never looked at. What does not say both identities cannot be followed.
 */
final class IdentityChangeParser {
    private IdentityChangeParser() {}

    static ParsedEntry parse(JsonNode message, String wamid) {
        return switch (message.path("system").path("type").asText()) {
            case "user_changed_number", "customer_changed_number" -> entry(moved(message, wamid, false));
            case "user_changed_user_id" -> entry(moved(message, wamid, true));
            case "customer_identity_changed" -> new ParsedEntry.Nothing(SkipReason.IDENTITY_CHANGE);
            default -> new ParsedEntry.Nothing(SkipReason.OTHER_NOTICE);
        };
    }

    private static ParsedEntry entry(Optional<InboundEvent> moved) {
        return moved.<ParsedEntry>map(ParsedEntry.Found::new)
                .orElseGet(() -> new ParsedEntry.Nothing(SkipReason.UNCLEAR_MOVE));
    }

    private static Optional<InboundEvent> moved(JsonNode message, String wamid, boolean keepsNumber) {
        JsonNode system = message.path("system");
        Optional<String> userId = SenderParser.id(system, "user_id");
        Optional<String> number = SenderParser.phone(system, "wa_id").or(() -> SenderParser.phone(system, "new_wa_id"));
        Optional<String> formerNumber = formerNumber(message).filter(was -> keepsNumber || !isNow(was, number));
        Optional<Identity> former = SenderParser.of(formerUserId(message, userId), formerNumber);
        return former.flatMap(
                was -> SenderParser.of(userId, number).map(is -> new InboundEvent.Moved(was, is, wamid, keepsNumber)));
    }

    /** By its own field or, where that is missing, by the sender of the message, if that is not yet the new identity. */
    private static Optional<String> formerUserId(JsonNode message, Optional<String> userId) {
        return SenderParser.id(message.path("system"), "previous_user_id")
                .or(() -> SenderParser.id(message, "from_user_id").filter(was -> !isNow(was, userId)));
    }

    private static Optional<String> formerNumber(JsonNode message) {
        return SenderParser.phone(message, "from").or(() -> SenderParser.phone(message.path("system"), "customer"));
    }

    private static boolean isNow(String was, Optional<String> now) {
        return now.equals(Optional.of(was));
    }
}
