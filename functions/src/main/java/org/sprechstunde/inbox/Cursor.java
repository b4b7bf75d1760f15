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
import org.sprechstunde.enquiry.Values;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where the next page begins. That names a citizen's keyed hash, so it travels sealed. */
final class Cursor {
    private static final String PLACE = "cursor";

    private final DataKey key;
    private final SecureRandom random;

    Cursor(Pseudonyms pseudonyms, SecureRandom random) {
        this.key = pseudonyms.keyFor(PLACE);
        this.random = random;
    }

    String seal(Map<String, AttributeValue> position) {
        ObjectNode json = Json.object();
        position.forEach((name, value) -> json.put(name, value.s() == null ? value.n() : value.s()));
        byte[] sealed = Sealed.seal(Json.bytes(json), key, PLACE, random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty if {@code cursor} is not one of ours. */
    Optional<Map<String, AttributeValue>> open(String cursor) {
        try {
            return Sealed.open(Base64.getUrlDecoder().decode(cursor), key, PLACE)
                    .map(Json::read)
                    .map(Cursor::position);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, AttributeValue> position(JsonNode json) {
        Map<String, AttributeValue> position = new HashMap<>();
        json.properties().forEach(field -> {
            String value = field.getValue().asText();
            position.put(field.getKey(), field.getKey().equals("at") ? AttributeValue.fromN(value) : Values.of(value));
        });
        return position;
    }
}
