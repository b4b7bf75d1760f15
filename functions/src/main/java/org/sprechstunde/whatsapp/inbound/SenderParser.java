package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Json;

/** Finds out who wrote a message: by BSUID, phone number or both, wherever WhatsApp has put them. */
final class SenderParser {
    private static final Pattern PHONE = Pattern.compile("\\+?(\\d{4,20})");

    private static final int LONGEST_NAME = 200;

    /** Several times as long as any that WhatsApp is known to send. */
    private static final int LONGEST_ID = 1000;

    private SenderParser() {}

    static Optional<Identity> of(JsonNode message, JsonNode contacts) {
        JsonNode contact = contactOf(message, contacts);
        Optional<String> phone = phone(message, "from").or(() -> phone(contact, "wa_id"));
        Optional<String> bsuid = userId(message, "from_user_id", "from").or(() -> userId(contact, "user_id", "wa_id"));
        Optional<String> parent = id(message, "from_parent_user_id").or(() -> id(contact, "parent_user_id"));
        if (phone.isEmpty() && bsuid.isEmpty() && parent.isEmpty()) {
            return Optional.empty();
        }
        JsonNode profile = contact.path("profile");
        return Optional.of(
                new Identity(bsuid, parent, phone, name(profile, "name"), name(profile, "username"), Optional.empty()));
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
        // By its iterator, since one that comes as an object has no first element.
        JsonNode only = contacts.size() == 1 ? contacts.iterator().next() : MissingNode.getInstance();
        return namesAnother(message, only) ? MissingNode.getInstance() : only;
    }

    private static boolean namesAnother(JsonNode message, JsonNode contact) {
        return both(message, "from_user_id", contact, "user_id") || both(message, "from", contact, "wa_id");
    }

    private static boolean both(JsonNode message, String field, JsonNode contact, String contactField) {
        return Json.text(message, field).isPresent()
                && Json.text(contact, contactField).isPresent();
    }

    /** A name is a line, whatever was sent. */
    private static Optional<String> name(JsonNode profile, String field) {
        return Json.text(profile, field)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
    }
}
