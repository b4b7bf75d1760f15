package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.sprechstunde.platform.Json;

/** Deliveries as WhatsApp may send them tomorrow. Every variation leaves the delivery that it is made from as it was. */
final class DeliveryVariation {
    private static final int PERCENT = 100;

    /** Kinds that nobody knew, of which all is shown, in the order in which it comes. */
    private static final Set<String> OF_TOMORROW = Set.of("call_permission_reply", "poll_reply");

    /** Whose every field counts: where WhatsApp sends lists, and the answers of a form. */
    private static final Set<String> ALL_COUNTS = Set.of(
            "entry",
            "changes",
            "messages",
            "statuses",
            "errors",
            "contacts",
            "response_json",
            "call_permission_reply",
            "poll_reply");

    private final Random random;

    DeliveryVariation(Random random) {
        this.random = random;
    }

    /** With fields that nobody knows yet, in a third of all objects. */
    JsonNode withUnknownFields(JsonNode body) {
        JsonNode copy = body.deepCopy();
        addTo(copy, "");
        return copy;
    }

    private void addTo(JsonNode json, String name) {
        json.properties().forEach(field -> addTo(field.getValue(), field.getKey()));
        if (json.isArray()) {
            json.forEach(element -> addTo(element, ""));
        }
        if (json instanceof ObjectNode object && !ALL_COUNTS.contains(name) && happens(33)) {
            object.set("of_tomorrow_" + random.nextInt(1000), unknown());
        }
    }

    private JsonNode unknown() {
        return switch (random.nextInt(6)) {
            case 0 -> Json.object().textNode("Neues");
            case 1 -> Json.object().numberNode(random.nextLong());
            case 2 ->
                Json.object().put("type", "text").put("id", "wamid.tomorrow").put("from", "491713920000");
            case 3 -> Json.array().add(Json.object().put("code", 131_035)).add(7);
            case 4 -> Json.object().nullNode();
            default -> Json.object().booleanNode(true);
        };
    }

    /** Without one field or element, or several. */
    JsonNode withLess(JsonNode body) {
        JsonNode copy = body.deepCopy();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(copy, containers);
            if (!containers.isEmpty()) {
                removeFrom(containers.get(random.nextInt(containers.size())));
            }
        }
        return copy;
    }

    private void collect(JsonNode json, List<JsonNode> containers) {
        if (json.isContainerNode() && !json.isEmpty()) {
            containers.add(json);
        }
        json.forEach(child -> collect(child, containers));
    }

    private void removeFrom(JsonNode container) {
        switch (container) {
            case ObjectNode object -> object.remove(names(object).get(random.nextInt(object.size())));
            case ArrayNode array -> array.remove(random.nextInt(array.size()));
            default -> throw new IllegalStateException("another container");
        }
    }

    /** With the fields of every object in another order. */
    JsonNode shuffled(JsonNode json) {
        return switch (json) {
            case ObjectNode object -> {
                List<String> names = names(object);
                Collections.shuffle(names, random);
                ObjectNode copy = Json.object();
                names.forEach(name ->
                        copy.set(name, OF_TOMORROW.contains(name) ? object.path(name) : shuffled(object.path(name))));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = Json.array();
                array.forEach(element -> copy.add(shuffled(element)));
                yield copy;
            }
            default -> json;
        };
    }

    /** All of these in one delivery: as the changes of one entry, or with the entries that they have. */
    JsonNode together(List<JsonNode> bodies) {
        return happens(50) ? inOneEntry(bodies) : inTheirEntries(bodies);
    }

    private static JsonNode inOneEntry(List<JsonNode> bodies) {
        ObjectNode body = Json.object().put("object", "whatsapp_business_account");
        ArrayNode changes = body.putArray("entry").addObject().putArray("changes");
        for (JsonNode each : bodies) {
            each.path("entry").forEach(entry -> entry.path("changes").forEach(changes::add));
        }
        return body;
    }

    private static JsonNode inTheirEntries(List<JsonNode> bodies) {
        ObjectNode body = Json.object().put("object", "whatsapp_business_account");
        ArrayNode entries = body.putArray("entry");
        bodies.forEach(each -> each.path("entry").forEach(entries::add));
        return body;
    }

    private boolean happens(int percent) {
        return random.nextInt(PERCENT) < percent;
    }

    private static List<String> names(ObjectNode object) {
        return new ArrayList<>(
                object.properties().stream().map(Map.Entry::getKey).toList());
    }
}
