package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.enquiry.Identity;

/**
 * Reads WhatsApp's {@code system} messages for a citizen's new number or user id. Their {@code body} has old
 * and new number in words: it is never looked at. What does not say both identities cannot be followed.
 */
final class MoveParser {
    private MoveParser() {}

    static Entry parse(JsonNode message, String wamid) {
        return switch (message.path("system").path("type").asText()) {
            case "user_changed_number", "customer_changed_number" -> entry(moved(message, wamid, false));
            case "user_changed_user_id" -> entry(moved(message, wamid, true));
            case "customer_identity_changed" -> new Entry.Nothing(Skipped.IDENTITY_CHANGE);
            default -> new Entry.Nothing(Skipped.OTHER_NOTICE);
        };
    }

    private static Entry entry(Optional<Inbound> moved) {
        return moved.<Entry>map(Entry.Found::new).orElseGet(() -> new Entry.Nothing(Skipped.UNCLEAR_MOVE));
    }

    private static Optional<Inbound> moved(JsonNode message, String wamid, boolean keepsNumber) {
        JsonNode system = message.path("system");
        Optional<String> userId = Identities.id(system, "user_id");
        Optional<String> number = Identities.phone(system, "wa_id").or(() -> Identities.phone(system, "new_wa_id"));
        Optional<String> formerNumber = formerNumber(message).filter(was -> keepsNumber || !isNow(was, number));
        Optional<Identity> former = Identities.of(formerUserId(message, userId), formerNumber);
        return former.flatMap(
                was -> Identities.of(userId, number).map(is -> new Inbound.Moved(was, is, wamid, keepsNumber)));
    }

    /** By its own field or, where that is missing, by the sender of the message, if that is not yet the new identity. */
    private static Optional<String> formerUserId(JsonNode message, Optional<String> userId) {
        return Identities.id(message.path("system"), "previous_user_id")
                .or(() -> Identities.id(message, "from_user_id").filter(was -> !isNow(was, userId)));
    }

    private static Optional<String> formerNumber(JsonNode message) {
        return Identities.phone(message, "from").or(() -> Identities.phone(message.path("system"), "customer"));
    }

    private static boolean isNow(String was, Optional<String> now) {
        return now.equals(Optional.of(was));
    }
}
