package org.sprechstunde.emulator.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** JSON trees in and out. */
public final class JsonTrees {
    // Meta's bodies carry anything beyond ASCII as backslash-u escapes, and so do ours.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private JsonTrees() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The bytes as JSON, or nothing if they are not. */
    public static Optional<JsonNode> read(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readTree(bytes)).filter(tree -> !tree.isMissingNode());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The bytes as a JSON object, or nothing if they are something else. */
    public static Optional<ObjectNode> readObject(byte[] bytes) {
        return read(bytes).filter(JsonNode::isObject).map(ObjectNode.class::cast);
    }

    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** The text at {@code field} unless it is absent, null or empty; numbers count as text. */
    public static Optional<String> text(JsonNode tree, String field) {
        JsonNode value = tree.path(field);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
