package org.sprechstunde.acceptance.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sprechstunde.emulator.chat.Citizen;

/** Webhooks of a citizen's, one by one: they wait for no other, so that they may come in any order. */
final class Webhooks {
    private static final String OURS = "100000000000001";

    private Webhooks() {}

    static ObjectNode text(Citizen citizen, String wamid, String text) {
        ObjectNode message = message(citizen, wamid, "text");
        message.putObject("text").put("body", text);
        return around(citizen, message);
    }

    static ObjectNode image(Citizen citizen, String wamid, String mediaId) {
        ObjectNode message = message(citizen, wamid, "image");
        message.putObject("image").put("id", mediaId).put("mime_type", "image/jpeg");
        return around(citizen, message);
    }

    static ObjectNode edit(Citizen citizen, String original, String text, long seconds) {
        ObjectNode message =
                message(citizen, original + ".edit." + text, "edit").put("timestamp", Long.toString(seconds));
        ObjectNode edit = message.putObject("edit").put("original_message_id", original);
        edit.putObject("message").put("type", "text").putObject("text").put("body", text);
        return around(citizen, message);
    }

    static ObjectNode revoke(Citizen citizen, String original) {
        ObjectNode message = message(citizen, original + ".revoke", "revoke");
        message.putObject("revoke").put("original_message_id", original);
        return around(citizen, message);
    }

    /** A tap on a button, by whoever is called so. */
    static ObjectNode buttonReply(String bsuid, String wamid, String button) {
        ObjectNode message =
                object().put("from_user_id", bsuid).put("id", wamid).put("type", "interactive");
        message.putObject("interactive")
                .put("type", "button_reply")
                .putObject("button_reply")
                .put("id", button)
                .put("title", "Ja, alles löschen");
        return around(message);
    }

    static ObjectNode system(ObjectNode system) {
        ObjectNode message =
                object().put("id", "wamid.system." + system.hashCode()).put("type", "system");
        message.set("system", system);
        return around(message);
    }

    /** All of it in one delivery, in this order. */
    static ObjectNode together(ObjectNode first, ObjectNode... others) {
        ObjectNode body = first.deepCopy();
        ObjectNode value = (ObjectNode) body.at("/entry/0/changes/0/value");
        for (ObjectNode other : others) {
            JsonNode its = other.at("/entry/0/changes/0/value");
            value.withArray("messages").addAll((ArrayNode) its.path("messages"));
            its.path("contacts").forEach(value.withArray("contacts")::add);
        }
        return body;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode message(Citizen citizen, String wamid, String type) {
        return object().put("from_user_id", citizen.bsuid()).put("id", wamid).put("type", type);
    }

    private static ObjectNode around(Citizen citizen, ObjectNode message) {
        ObjectNode body = around(message);
        ObjectNode value = (ObjectNode) body.at("/entry/0/changes/0/value");
        ObjectNode contact = value.putArray("contacts").addObject().put("user_id", citizen.bsuid());
        contact.putObject("profile").put("name", citizen.name());
        return body;
    }

    static ObjectNode around(ObjectNode message) {
        ObjectNode body = object().put("object", "whatsapp_business_account");
        ObjectNode change = body.putArray("entry")
                .addObject()
                .putArray("changes")
                .addObject()
                .put("field", "messages");
        ObjectNode value = change.putObject("value");
        value.putObject("metadata").put("phone_number_id", OURS);
        value.putArray("messages").add(message);
        return body;
    }
}
