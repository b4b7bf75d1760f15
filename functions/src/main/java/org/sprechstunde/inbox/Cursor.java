package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.DataKey;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.enquiry.Sealed;
import org.sprechstunde.platform.Json;

/** Where the next slice of one order begins. That may name a citizen's keyed hash, so it travels sealed. */
final class Cursor {
    private final DataKey key;
    private final String place;
    private final SecureRandom random;

    Cursor(Pseudonyms pseudonyms, String order, SecureRandom random) {
        this.key = pseudonyms.keyFor("cursor");
        this.place = "cursor " + order;
        this.random = random;
    }

    String seal(Map<String, String> position) {
        ObjectNode json = Json.object();
        position.forEach(json::put);
        byte[] sealed = Sealed.seal(Json.bytes(json), key, place, random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty if {@code cursor} is not one of ours. */
    Optional<Map<String, String>> open(String cursor) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            return Sealed.open(sealed, key, place).map(Json::read).map(Cursor::position);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> position(JsonNode json) {
        Map<String, String> position = new HashMap<>();
        json.properties()
                .forEach(field -> position.put(field.getKey(), field.getValue().asText()));
        return position;
    }
}
