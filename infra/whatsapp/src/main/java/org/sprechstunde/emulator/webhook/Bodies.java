package org.sprechstunde.emulator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import org.sprechstunde.emulator.chat.WamidFactory;
import org.sprechstunde.emulator.faults.ActiveFaults;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.web.JsonTrees;

/** Webhook bodies, written honestly or not. */
public final class Bodies {
    private static final String WRONG_HASH = Base64.getEncoder().encodeToString(new byte[32]);

    private Bodies() {}

    static byte[] bytes(ObjectNode body, ActiveFaults activeFaults) {
        if (!activeFaults.by(FaultKind.WRONG_HASH)) {
            return JsonTrees.bytes(body);
        }
        ObjectNode copy = body.deepCopy();
        copy.findParents("sha256").forEach(parent -> ((ObjectNode) parent).put("sha256", WRONG_HASH));
        return JsonTrees.bytes(copy);
    }

    /** The same messages under ids that name the citizen's other identity, where a citizen has two. */
    public static ObjectNode underOtherIdentity(ObjectNode body) {
        body.findParents("from_user_id").forEach(message -> rename((ObjectNode) message, "from", "from_user_id"));
        body.findParents("recipient_user_id")
                .forEach(status -> rename((ObjectNode) status, "recipient_id", "recipient_user_id"));
        return body;
    }

    private static void rename(ObjectNode item, String phoneField, String userField) {
        Optional<WamidFactory> id = WamidFactory.parse(item.path("id").asText());
        JsonNode user = item.path(userField);
        String other =
                id.filter(wamid -> wamid.identity().equals(user.asText())).isPresent()
                        ? item.path(phoneField).asText()
                        : user.asText();
        id.filter(_ -> !other.isEmpty())
                .ifPresent(wamid -> item.put("id", wamid.under(other).text()));
    }
}
