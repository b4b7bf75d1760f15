package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Graphemes;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.VisibleText;

/** Finds out who wrote a message: by BSUID, phone number or both, wherever WhatsApp has put them. */
final class SenderParser {
    private static final Pattern PHONE = Pattern.compile("\\+?(\\d{4,20})");

    private static final int LONGEST_NAME = 200;

    /** Several times as long as any that WhatsApp is known to send. */
    private static final int LONGEST_ID = 1000;

    private SenderParser() {}

    /**
     * Who wrote {@code message} of the delivery {@code value}; without any id, a sender whom nobody knows.
     *
     * @param wamid the message's
     */
    static Identity of(JsonNode message, String wamid, JsonNode value) {
        JsonNode contacts = value.path("contacts");
        JsonNode contact = contactOf(message, contacts);
        Optional<String> phone = phone(message, "from").or(() -> phone(contact, "wa_id"));
        Optional<String> bsuid = userId(message, "from_user_id", "from").or(() -> userId(contact, "user_id", "wa_id"));
        Optional<String> parent = id(message, "from_parent_user_id").or(() -> id(contact, "parent_user_id"));
        JsonNode profile =
                contact.isMissingNode() ? onlyContact(message, value).path("profile") : contact.path("profile");
        Optional<String> name = name(profile, "name");
        Optional<String> username = name(profile, "username");
        return phone.isEmpty() && bsuid.isEmpty() && parent.isEmpty()
                ? Identity.untold(Wamid.token(wamid), name, username)
                : new Identity(bsuid, parent, phone, name, username, Optional.empty());
    }

    /** Who has these, if there is one at all. */
    static Optional<Identity> of(Optional<String> bsuid, Optional<String> phone) {
        return bsuid.isPresent() || phone.isPresent()
                ? Optional.of(new Identity(bsuid, phone, Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    /** The id there; what is endless is none. */
    static Optional<String> id(JsonNode json, String field) {
        return Json.text(json, field).filter(id -> id.length() <= LONGEST_ID);
    }

    /** The digits of the number there, if it is one. */
    static Optional<String> phone(JsonNode json, String field) {
        return Json.text(json, field)
                .map(PHONE::matcher)
                .filter(Matcher::matches)
                .map(number -> number.group(1));
    }

    /** The user id in its own place, or in that of the number. */
    private static Optional<String> userId(JsonNode json, String field, String phoneField) {
        return id(json, field)
                .or(() -> id(json, phoneField).filter(id -> !PHONE.matcher(id).matches()));
    }

    /** The contact with one of the message's ids; the only one where there is one. */
    private static JsonNode contactOf(JsonNode message, JsonNode contacts) {
        Optional<Identity> sender = of(userId(message, "from_user_id", "from"), phone(message, "from"));
        for (JsonNode contact : contacts) {
            Optional<Identity> person = of(userId(contact, "user_id", "wa_id"), phone(contact, "wa_id"));
            if (sender.isPresent() && person.filter(sender.get()::shares).isPresent()) {
                return contact;
            }
        }
        JsonNode only = only(contacts);
        return both(message, "from_user_id", only, "user_id") || both(message, "from", only, "wa_id")
                ? MissingNode.getInstance()
                : only;
    }

    /**
     * The contact that can be nobody else: Meta says that its number may differ from the sender's. So it names them, but
     * lends them no id.
     */
    private static JsonNode onlyContact(JsonNode message, JsonNode value) {
        JsonNode contact = only(value.path("contacts"));
        boolean isOthers = both(message, "from_user_id", contact, "user_id")
                || value.path("messages").valueStream().anyMatch(other -> isOfAnother(other, message));
        return isOthers ? MissingNode.getInstance() : contact;
    }

    private static boolean isOfAnother(JsonNode other, JsonNode message) {
        return !other.path("from").equals(message.path("from"))
                || !other.path("from_user_id").equals(message.path("from_user_id"));
    }

    /** By its iterator, since one that comes as an object has no first element. */
    private static JsonNode only(JsonNode contacts) {
        return contacts.size() == 1 ? contacts.iterator().next() : MissingNode.getInstance();
    }

    private static boolean both(JsonNode message, String field, JsonNode contact, String contactField) {
        return Json.text(message, field).isPresent()
                && Json.text(contact, contactField).isPresent();
    }

    /** A name is a line, whatever was sent. */
    private static Optional<String> name(JsonNode profile, String field) {
        return Json.text(profile, field)
                .map(String::strip)
                .filter(VisibleText::isIn)
                .map(name -> Graphemes.beginning(name, LONGEST_NAME));
    }
}
