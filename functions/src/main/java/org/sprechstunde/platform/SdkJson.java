package org.sprechstunde.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * What the SDK has classes for, written and read as AWS's JSON protocols want it, by the fields that each class itself names.
 * The SDK's own writer and reader do the same with four hundred classes more at each start.
 */
public final class SdkJson {
    private SdkJson() {}

    /** A request; what is unset is left out, but for a token that makes it safe to send twice, which is drawn. */
    public static byte[] bytes(SdkPojo request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = TreeCodec.FACTORY.createGenerator(bytes)) {
            write(json, request);
        } catch (IOException e) {
            throw new IllegalStateException("a request cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Gives {@code builder} what {@code bytes} say of its fields; anything else there is passed over.
     *
     * @throws Json.NotJson if they are not such JSON
     */
    public static <B extends SdkPojo> B fill(B builder, byte[] bytes) {
        try (JsonParser json = TreeCodec.FACTORY.createParser(bytes)) {
            json.nextToken();
            fill(builder, json);
            return builder;
        } catch (IOException e) {
            throw new Json.NotJson();
        }
    }

    private static void write(JsonGenerator json, SdkPojo object) throws IOException {
        json.writeStartObject();
        for (SdkField<?> field : object.sdkFields()) {
            Object value = field.getValueOrDefault(object);
            if (isSet(value)) {
                json.writeFieldName(field.locationName());
                writeValue(json, value);
            }
        }
        json.writeEndObject();
    }

    /** The SDK has empty lists and maps of its own where nobody gave one. */
    private static boolean isSet(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case String text -> json.writeString(text);
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case SdkBytes bytes -> json.writeBinary(bytes.asByteArrayUnsafe());
            case SdkPojo object -> write(json, object);
            case List<?> list -> {
                json.writeStartArray();
                for (Object each : list) {
                    writeValue(json, each);
                }
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName((String) entry.getKey());
                    writeValue(json, entry.getValue());
                }
                json.writeEndObject();
            }
            default -> throw new IllegalArgumentException("no JSON is known for " + value.getClass());
        }
    }

    private static void fill(SdkPojo builder, JsonParser json) throws IOException {
        expect(JsonToken.START_OBJECT, json);
        Map<String, SdkField<?>> fields = builder.sdkFieldNameToField();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            SdkField<?> field = fields.get(json.currentName());
            json.nextToken();
            if (field == null) {
                json.skipChildren();
            } else {
                field.set(builder, value(json, field));
            }
        }
    }

    private static @Nullable Object value(JsonParser json, SdkField<?> field) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case STRING -> json.getText();
            case BOOLEAN -> json.getBooleanValue();
            case INTEGER -> json.getIntValue();
            case DOUBLE -> json.getDoubleValue();
            case SDK_BYTES -> SdkBytes.fromByteArrayUnsafe(json.getBinaryValue());
            case SDK_POJO -> object(json, field.constructor().get());
            case LIST -> list(json, field.getTrait(ListTrait.class).memberFieldInfo());
            case MAP -> map(json, field.getTrait(MapTrait.class).valueFieldInfo());
            default -> throw new IllegalArgumentException("no JSON is known for " + type);
        };
    }

    private static Object object(JsonParser json, SdkPojo builder) throws IOException {
        fill(builder, json);
        return ((Buildable) builder).build();
    }

    private static List<@Nullable Object> list(JsonParser json, SdkField<?> member) throws IOException {
        expect(JsonToken.START_ARRAY, json);
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(json, member));
        }
        return list;
    }

    private static Map<String, @Nullable Object> map(JsonParser json, SdkField<?> of) throws IOException {
        expect(JsonToken.START_OBJECT, json);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            map.put(name, value(json, of));
        }
        return map;
    }

    private static void expect(JsonToken token, JsonParser json) throws IOException {
        if (json.currentToken() != token) {
            throw new JsonParseException(json, "something else was expected");
        }
    }
}
