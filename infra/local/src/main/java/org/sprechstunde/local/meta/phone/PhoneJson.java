package org.sprechstunde.local.meta.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sprechstunde.local.meta.chat.Bubble;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.web.Json;

/** Citizens and bubbles as the control API shows them. */
final class PhoneJson {

    private PhoneJson() {}

    static ObjectNode of(Citizen citizen) {
        ObjectNode json = Json.object().put("id", citizen.bsuid()).put("name", citizen.name());
        citizen.phone().ifPresent(phone -> json.put("phone", phone));
        citizen.username().ifPresent(username -> json.put("username", username));
        return json;
    }

    static ObjectNode of(Bubble bubble) {
        ObjectNode json = Json.object()
                .put("id", bubble.id())
                .put("from", bubble.fromCitizen() ? "citizen" : "town")
                .put("kind", bubble.kind())
                .put("at", bubble.at().toString())
                .put("tick", bubble.tick().word());
        if (bubble.message().path("edited").asBoolean()) {
            json.put("edited", true);
        }
        bubble.group().ifPresent(group -> json.put("group", group));
        bubble.code().ifPresent(code -> json.put("code", code));
        json.set("content", bubble.content());
        if (bubble.message().has("context")) {
            json.set("context", bubble.message().path("context"));
        }
        return json;
    }
}
