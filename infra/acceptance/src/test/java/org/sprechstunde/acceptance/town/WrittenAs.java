package org.sprechstunde.acceptance.town;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sprechstunde.emulator.chat.Citizen;

/** By which of a citizen's ids WhatsApp tells who has written: there may be more of them tomorrow, or fewer. */
record WrittenAs(Optional<String> bsuid, Optional<String> parent, Optional<String> phone) {

    static WrittenAs phone(Citizen citizen) {
        return new WrittenAs(Optional.empty(), Optional.empty(), citizen.phone());
    }

    static WrittenAs userId(Citizen citizen) {
        return new WrittenAs(Optional.of(citizen.bsuid()), Optional.empty(), Optional.empty());
    }

    static WrittenAs both(Citizen citizen) {
        return new WrittenAs(Optional.of(citizen.bsuid()), Optional.empty(), citizen.phone());
    }

    static WrittenAs both(String bsuid, Citizen citizen) {
        return new WrittenAs(Optional.of(bsuid), Optional.empty(), citizen.phone());
    }

    static WrittenAs parent(String parent) {
        return new WrittenAs(Optional.empty(), Optional.of(parent), Optional.empty());
    }

    WrittenAs under(String parent) {
        return new WrittenAs(bsuid, Optional.of(parent), phone);
    }

    WrittenAs from(String number) {
        return new WrittenAs(bsuid, parent, Optional.of(number));
    }

    /** A delivery with one message, by somebody who calls themselves {@code name}. */
    ObjectNode text(String name, String text) {
        ObjectNode message = Webhooks.object()
                .put("id", "wamid.as." + hashCode() + "." + text.hashCode())
                .put("type", "text");
        message.putObject("text").put("body", text);
        bsuid.ifPresent(id -> message.put("from_user_id", id));
        parent.ifPresent(id -> message.put("from_parent_user_id", id));
        phone.ifPresent(number -> message.put("from", number));
        ObjectNode body = Webhooks.around(message);
        ObjectNode contact = ((ObjectNode) body.at("/entry/0/changes/0/value"))
                .putArray("contacts")
                .addObject();
        bsuid.ifPresent(id -> contact.put("user_id", id));
        parent.ifPresent(id -> contact.put("parent_user_id", id));
        phone.ifPresent(number -> contact.put("wa_id", number));
        contact.putObject("profile").put("name", name);
        return body;
    }
}
