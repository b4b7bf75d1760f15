package org.sprechstunde.acceptance.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.repository.Repository;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a release left in its stores: secret, items and objects as they lay there, and what its own API showed of them.
 * Written once by that release's code, and never changed.
 */
record Release(Instant at, String secret, JsonNode items, JsonNode objects, JsonNode citizens, JsonNode shown) {
    private static final String FOLDER = "infra/acceptance/src/test/resources/releases/";

    static Release read(String revision) {
        try {
            JsonNode file = new ObjectMapper().readTree(Repository.text(FOLDER + revision + ".json"));
            return new Release(
                    Instant.parse(file.path("at").asText()),
                    file.path("secret").asText(),
                    file.path("items"),
                    file.path("objects"),
                    file.path("citizens"),
                    file.path("shown"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts all of it into the stores of {@code town}, whose clock goes back to that time. */
    void layInto(TestTown town) {
        town.town().advance(Duration.between(town.town().clock().instant(), at));
        town.town().account().put(town.town().template().secrets().getFirst(), secret);
        for (JsonNode item : items) {
            town.town()
                    .stores()
                    .table()
                    .putItem(put -> put.tableName(town.town().table()).item(item(item)));
        }
        objects.properties()
                .forEach(object -> town.putObject(
                        object.getKey(),
                        Base64.getDecoder().decode(object.getValue().asText())));
    }

    /** The citizen of this name, with the same phone and id as then. */
    Citizen citizen(String name) {
        JsonNode citizen = citizens.path(name);
        Optional<String> phone = Optional.of(citizen.path("phone").asText()).filter(number -> !number.isEmpty());
        return new Citizen(citizen.path("bsuid").asText(), name, phone, Optional.empty());
    }

    /** What that release's API showed, by the citizen's name. */
    Map<String, JsonNode> enquiries() {
        Map<String, JsonNode> enquiries = new LinkedHashMap<>();
        shown.properties().forEach(one -> enquiries.put(one.getKey(), one.getValue()));
        return enquiries;
    }

    private static Map<String, AttributeValue> item(JsonNode item) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        item.properties().forEach(attribute -> attributes.put(attribute.getKey(), attribute(attribute.getValue())));
        return attributes;
    }

    private static AttributeValue attribute(JsonNode value) {
        String type = value.fieldNames().next();
        return switch (type) {
            case "S" -> AttributeValue.fromS(value.path(type).asText());
            case "N" -> AttributeValue.fromN(value.path(type).asText());
            case "BOOL" -> AttributeValue.fromBool(value.path(type).asBoolean());
            case "B" ->
                AttributeValue.fromB(SdkBytes.fromByteArray(
                        Base64.getDecoder().decode(value.path(type).asText())));
            default -> throw new IllegalStateException("no release has written " + type);
        };
    }
}
