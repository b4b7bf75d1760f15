package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.platform.Json;

/** Where the next slice of one order begins. That may name a citizen's keyed hash, so it travels sealed. */
final class PageCursor {
    private final SealedText sealedText;

    PageCursor(Pseudonyms pseudonyms, String order, SecureRandom random) {
        this.sealedText = new SealedText(pseudonyms.keyFor("cursor"), "cursor " + order, random);
    }

    String seal(Map<String, String> position) {
        ObjectNode json = Json.object();
        position.forEach(json::put);
        return sealedText.seal(new String(Json.bytes(json), StandardCharsets.UTF_8));
    }

    /** Empty if {@code cursor} is not one of ours. */
    Optional<Map<String, String>> open(String cursor) {
        return sealedText.open(cursor).map(Json::read).map(PageCursor::position);
    }

    private static Map<String, String> position(JsonNode json) {
        Map<String, String> position = new HashMap<>();
        json.properties()
                .forEach(field -> position.put(field.getKey(), field.getValue().asText()));
        return position;
    }
}
