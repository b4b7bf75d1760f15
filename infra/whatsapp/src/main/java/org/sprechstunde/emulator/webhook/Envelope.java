package org.sprechstunde.emulator.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.web.JsonTrees;

/** The shape around messages and statuses: one entry, one change, and who the citizens are. */
public record Envelope(String wabaId, String phoneNumberId, String displayPhoneNumber) {

    /** A message and its sender. */
    public record Sent(Citizen citizen, ObjectNode message) {}

    /** One webhook with all these messages. */
    public ObjectNode messages(List<Sent> sent) {
        ObjectNode value = value();
        Set<Citizen> citizens = new LinkedHashSet<>();
        sent.forEach(one -> citizens.add(one.citizen()));
        ArrayNode contacts = value.putArray("contacts");
        citizens.forEach(citizen -> contacts.add(contact(citizen)));
        ArrayNode messages = value.putArray("messages");
        sent.forEach(one -> messages.add(one.message()));
        return around(value);
    }

    /** One webhook with a notice of WhatsApp's own, which has no {@code contacts}. */
    public ObjectNode notice(ObjectNode message) {
        ObjectNode value = value();
        value.putArray("messages").add(message);
        return around(value);
    }

    /** One webhook with a tick that names its recipient. */
    public ObjectNode status(Citizen recipient, ObjectNode status) {
        ObjectNode value = value();
        value.putArray("contacts").add(contact(recipient));
        value.putArray("statuses").add(status);
        return around(value);
    }

    /** One webhook with a status that carries no {@code contacts}, as failures do. */
    public ObjectNode status(ObjectNode status) {
        ObjectNode value = value();
        value.putArray("statuses").add(status);
        return around(value);
    }

    /** One webhook about the account itself, under another field than messages. */
    public ObjectNode news(String field, ObjectNode value) {
        return around(field, value);
    }

    private ObjectNode value() {
        ObjectNode value = JsonTrees.object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", displayPhoneNumber)
                .put("phone_number_id", phoneNumberId);
        return value;
    }

    private ObjectNode around(ObjectNode value) {
        return around("messages", value);
    }

    private ObjectNode around(String field, ObjectNode value) {
        ObjectNode body = JsonTrees.object().put("object", "whatsapp_business_account");
        ObjectNode entry = body.putArray("entry").addObject().put("id", wabaId);
        entry.putArray("changes").addObject().put("field", field).set("value", value);
        return body;
    }

    private static ObjectNode contact(Citizen citizen) {
        ObjectNode contact = JsonTrees.object();
        ObjectNode profile = contact.putObject("profile").put("name", citizen.name());
        citizen.username().ifPresent(username -> profile.put("username", username));
        citizen.phone().ifPresent(phone -> contact.put("wa_id", phone));
        return contact.put("user_id", citizen.bsuid());
    }
}
