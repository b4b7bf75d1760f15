package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.WamidFactory;
import org.sprechstunde.emulator.web.JsonTrees;

/** What WhatsApp itself tells of a citizen, with the old and the new identity in words as well. */
final class SystemJson {
    private SystemJson() {}

    static ObjectNode moved(Citizen former, Citizen now, Instant at) {
        boolean number = !former.phone().equals(now.phone());
        ObjectNode message = JsonTrees.object()
                .put("id", WamidFactory.random(former.envelope(), true).text())
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("type", "system");
        ObjectNode system = message.putObject("system")
                .put("type", number ? "user_changed_number" : "user_changed_user_id")
                .put(
                        "body",
                        "User %s changed from %s to %s"
                                .formatted(former.name(), name(former, number), name(now, number)))
                .put("user_id", now.bsuid())
                .put("previous_user_id", former.bsuid());
        if (number) {
            former.phone().ifPresent(phone -> message.put("from", phone));
            now.phone().ifPresent(phone -> system.put("wa_id", phone));
        }
        return message;
    }

    static ObjectNode newKeys(Citizen citizen, Instant at) {
        ObjectNode message = WebhookMessageJson.head(
                        citizen, WamidFactory.random(citizen.envelope(), true).text())
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("type", "system");
        String hash = WamidFactory.random(citizen.envelope(), true).token();
        message.putObject("identity")
                .put("acknowledged", false)
                .put("created_timestamp", Long.toString(at.getEpochSecond()))
                .put("hash", hash);
        ObjectNode system = message.putObject("system")
                .put("type", "customer_identity_changed")
                .put("body", "User %s has new keys".formatted(citizen.name()))
                .put("user_id", citizen.bsuid());
        citizen.phone().ifPresent(phone -> system.put("wa_id", phone));
        return message;
    }

    private static String name(Citizen citizen, boolean number) {
        return number ? citizen.phone().orElseGet(citizen::bsuid) : citizen.bsuid();
    }
}
