package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** JSON as trees: no reflection at start, and hostile shapes stay harmless. */
public final class Json {
    /** The bytes are not JSON; carries no word of them. */
    public static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotJson() {
            super("not JSON", null, false, true);
        }
    }

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /**
     * The one JSON value that {@code bytes} are.
     *
     * @throws NotJson if they are not
     */
    public static JsonNode read(byte[] bytes) {
        try {
            return TreeCodec.read(bytes);
        } catch (IOException e) {
            throw new NotJson();
        }
    }

    /**
     * The same, where no object may name a member twice: one of both would be ignored.
     *
     * @throws NotJson also if one does
     */
    public static JsonNode readStrictly(byte[] bytes) {
        try {
            return TreeCodec.readStrictly(bytes);
        } catch (IOException e) {
            throw new NotJson();
        }
    }

    public static JsonNode read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The value in a file of the deployment, which must be there. */
    public static JsonNode resource(String path) {
        try (InputStream in = Json.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("a file is missing: " + path);
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(JsonNode json) {
        try {
            return TreeCodec.bytes(json);
        } catch (IOException e) {
            throw new IllegalStateException("a tree cannot be written", e);
        }
    }

    /** The text at {@code field}: absent, null, empty and numbers-as-text are all told apart from real text. */
    public static Optional<String> text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() && !value.asText().isEmpty() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** The whole number at {@code field}, given as a number or, as WhatsApp does, as text. */
    public static OptionalLong number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return OptionalLong.of(value.asLong());
        }
        return value.isTextual() && value.asText().matches("-?\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(value.asText()))
                : OptionalLong.empty();
    }
}
