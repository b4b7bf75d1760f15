package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.web.JsonTrees;

/** Citizens and bubbles as the control API shows them. */
final class PhoneJson {

    private PhoneJson() {}

    static ObjectNode of(Citizen citizen) {
        ObjectNode json = JsonTrees.object().put("id", citizen.bsuid()).put("name", citizen.name());
        citizen.phone().ifPresent(phone -> json.put("phone", phone));
        citizen.username().ifPresent(username -> json.put("username", username));
        return json;
    }

    static ObjectNode of(ChatMessage chatMessage) {
        ObjectNode json = JsonTrees.object()
                .put("id", chatMessage.id())
                .put("from", chatMessage.fromCitizen() ? "citizen" : "town")
                .put("kind", chatMessage.kind())
                .put("at", chatMessage.at().toString())
                .put("tick", chatMessage.tick().word());
        if (chatMessage.message().path("edited").asBoolean()) {
            json.put("edited", true);
        }
        chatMessage.group().ifPresent(group -> json.put("group", group));
        chatMessage.code().ifPresent(code -> json.put("code", code));
        json.set("content", chatMessage.content());
        if (chatMessage.message().has("context")) {
            json.set("context", chatMessage.message().path("context"));
        }
        return json;
    }
}
