package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sprechstunde.emulator.web.JsonTrees;

/** What a citizen reads who taps on the town's name. */
public final class NumberProfile {
    private static final List<String> FIELDS =
            List.of("about", "address", "description", "email", "vertical", "websites", "messaging_product");

    private ObjectNode profile = JsonTrees.object().put("messaging_product", "whatsapp");

    synchronized void startAnew() {
        profile = JsonTrees.object().put("messaging_product", "whatsapp");
    }

    /** As a citizen reads it. */
    public synchronized JsonNode read() {
        return profile.deepCopy();
    }

    synchronized ObjectNode json() {
        ObjectNode body = JsonTrees.object();
        body.putArray("data").add(profile.deepCopy());
        return body;
    }

    /** Takes what is told and leaves the rest; false if Meta knows no such field or value. */
    synchronized boolean change(JsonNode wanted) {
        boolean fits = wanted.path("messaging_product").asText().equals("whatsapp")
                && wanted.path("websites").size() <= 2
                && wanted.path("description").asText().length() <= 512
                && wanted.properties().stream().allMatch(entry -> FIELDS.contains(entry.getKey()));
        if (fits) {
            wanted.properties().forEach(entry -> profile.set(entry.getKey(), entry.getValue()));
        }
        return fits;
    }
}
