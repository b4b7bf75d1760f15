package org.sprechstunde.local.meta.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import org.sprechstunde.local.meta.chat.Wamid;
import org.sprechstunde.local.meta.faults.Struck;
import org.sprechstunde.local.meta.faults.What;
import org.sprechstunde.local.meta.web.Json;

/** Webhook bodies, written honestly or not. */
public final class Bodies {
    private static final String WRONG_HASH = Base64.getEncoder().encodeToString(new byte[32]);

    private Bodies() {}

    static byte[] bytes(ObjectNode body, Struck struck) {
        if (!struck.by(What.WRONG_HASH)) {
            return Json.bytes(body);
        }
        ObjectNode copy = body.deepCopy();
        copy.findParents("sha256").forEach(parent -> ((ObjectNode) parent).put("sha256", WRONG_HASH));
        return Json.bytes(copy);
    }

    /** The same messages under ids that name the citizen's other identity, where a citizen has two. */
    public static ObjectNode underOtherIdentity(ObjectNode body) {
        body.findParents("from_user_id").forEach(message -> rename((ObjectNode) message, "from", "from_user_id"));
        body.findParents("recipient_user_id")
                .forEach(status -> rename((ObjectNode) status, "recipient_id", "recipient_user_id"));
        return body;
    }

    private static void rename(ObjectNode item, String phoneField, String userField) {
        Optional<Wamid> id = Wamid.parse(item.path("id").asText());
        JsonNode user = item.path(userField);
        String other =
                id.filter(wamid -> wamid.identity().equals(user.asText())).isPresent()
                        ? item.path(phoneField).asText()
                        : user.asText();
        id.filter(_ -> !other.isEmpty())
                .ifPresent(wamid -> item.put("id", wamid.under(other).text()));
    }
}
