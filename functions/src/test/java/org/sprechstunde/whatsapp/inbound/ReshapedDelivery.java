package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * JSON with one part in another shape. Bytes that change at random are hardly ever JSON of another shape, so a
 * fuzzer needs this; the bytes themselves choose, and a finding repeats itself.
 */
public final class ReshapedDelivery {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReshapedDelivery() {}

    private enum Shape {
        LIST,
        OBJECT,
        WRAPPED,
        EMPTY,
        TEXT,
        NUMBER,
        NOTHING,
        TWICE
    }

    /** A container and the place in it that is to change. */
    private record Place(ContainerNode<?> parent, String field, int index) {}

    public static JsonNode by(byte[] bytes, JsonNode json) {
        JsonNode copy = json.deepCopy();
        List<Place> places = new ArrayList<>();
        collect(copy, places);
        if (!places.isEmpty()) {
            int choice = Arrays.hashCode(bytes);
            Shape shape = Shape.values()[Math.floorMod(choice, Shape.values().length)];
            change(places.get(Math.floorMod(choice / Shape.values().length, places.size())), shape);
        }
        return copy;
    }

    private static void collect(JsonNode json, List<Place> places) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(field -> places.add(new Place(object, field.getKey(), 0)));
        } else if (json instanceof ArrayNode array) {
            IntStream.range(0, array.size()).forEach(index -> places.add(new Place(array, "", index)));
        }
        json.forEach(child -> collect(child, places));
    }

    private static void change(Place place, Shape shape) {
        switch (place.parent()) {
            case ObjectNode object -> object.set(place.field(), in(shape, object.path(place.field())));
            case ArrayNode array -> array.set(place.index(), in(shape, array.path(place.index())));
            default -> throw new IllegalStateException("another container");
        }
    }

    private static JsonNode in(Shape shape, JsonNode value) {
        return switch (shape) {
            case LIST -> values(value);
            case OBJECT -> JSON.objectNode().setAll(named(values(value)));
            case WRAPPED -> JSON.arrayNode().add(value);
            case EMPTY -> value.isArray() ? JSON.arrayNode() : JSON.objectNode();
            case TEXT -> JSON.textNode(value.isValueNode() ? value.asText() : value.toString());
            case NUMBER -> JSON.numberNode(value.asDouble(-1e300));
            case NOTHING -> JSON.nullNode();
            case TWICE -> values(value).addAll(values(value));
        };
    }

    private static ArrayNode values(JsonNode value) {
        ArrayNode values = JSON.arrayNode();
        value.forEach(values::add);
        return value.isContainerNode() ? values : values.add(value);
    }

    private static Map<String, JsonNode> named(ArrayNode values) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        values.forEach(value -> fields.put("field" + fields.size(), value));
        return fields;
    }
}
