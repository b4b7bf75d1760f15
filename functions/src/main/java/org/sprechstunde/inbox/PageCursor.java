package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.platform.Json;

/** Where the next slice of one order begins. That may name a citizen's keyed hash, so it travels sealed. */
final class PageCursor {
    private final DataKey key;
    private final String place;
    private final SecureRandom random;

    PageCursor(Pseudonyms pseudonyms, String order, SecureRandom random) {
        this.key = pseudonyms.keyFor("cursor");
        this.place = "cursor " + order;
        this.random = random;
    }

    String seal(Map<String, String> position) {
        ObjectNode json = Json.object();
        position.forEach(json::put);
        byte[] sealed = SealedBox.seal(Json.bytes(json), key, place, random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty if {@code cursor} is not one of ours. */
    Optional<Map<String, String>> open(String cursor) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            return SealedBox.open(sealed, key, place).map(Json::read).map(PageCursor::position);
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
