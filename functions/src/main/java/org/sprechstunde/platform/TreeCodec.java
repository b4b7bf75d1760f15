package org.sprechstunde.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Trees read by the parser and written by the generator alone, as a mapper would: a mapper loads some three hundred classes at
 * each start, and nothing is mapped here. The parser bounds depth, numbers and names, so recursion is bounded too.
 */
final class TreeCodec {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private TreeCodec() {}

    /** The one value that {@code bytes} are; {@link MissingNode} if they are none. */
    static JsonNode read(byte[] bytes) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return whole(parser);
        }
    }

    /** The same, where no object may name a member twice. */
    static JsonNode readStrictly(byte[] bytes) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return whole(parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
        }
    }

    private static JsonNode whole(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return MissingNode.getInstance();
        }
        JsonNode value = value(parser, first);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "more than one value");
        }
        return value;
    }

    private static JsonNode value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new JsonParseException(parser, "no value");
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            object.set(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    static byte[] bytes(JsonNode json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            write(generator, json);
        }
        return out.toByteArray();
    }

    /** Nodes could write themselves, but ask a mapper how. */
    private static void write(JsonGenerator generator, JsonNode json) throws IOException {
        switch (json.getNodeType()) {
            case OBJECT -> object(generator, json);
            case ARRAY -> array(generator, json);
            case STRING -> generator.writeString(json.textValue());
            case NUMBER -> number(generator, json);
            case BOOLEAN -> generator.writeBoolean(json.booleanValue());
            case BINARY -> generator.writeBinary(json.binaryValue());
            case NULL, MISSING -> generator.writeNull();
            default -> throw new IllegalArgumentException("no JSON: " + json.getNodeType());
        }
    }

    private static void object(JsonGenerator generator, JsonNode object) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            generator.writeFieldName(member.getKey());
            write(generator, member.getValue());
        }
        generator.writeEndObject();
    }

    private static void array(JsonGenerator generator, JsonNode array) throws IOException {
        generator.writeStartArray();
        for (JsonNode element : array) {
            write(generator, element);
        }
        generator.writeEndArray();
    }

    private static void number(JsonGenerator generator, JsonNode number) throws IOException {
        switch (number.numberType()) {
            case INT -> generator.writeNumber(number.intValue());
            case LONG -> generator.writeNumber(number.longValue());
            case BIG_INTEGER -> generator.writeNumber(number.bigIntegerValue());
            case BIG_DECIMAL -> generator.writeNumber(number.decimalValue());
            case FLOAT -> generator.writeNumber(number.floatValue());
            case DOUBLE -> generator.writeNumber(number.doubleValue());
        }
    }
}
