package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Somebody of the town hall as the JSON that is sealed, alone or in what is. */
final class SealedPerson {
    private SealedPerson() {}

    static ObjectNode json(Person person) {
        return Json.object().put("id", person.id()).put("name", person.name());
    }

    static Optional<Person> read(JsonNode json) {
        return Json.text(json, "id").map(id -> new Person(id, json.path("name").asText()));
    }

    static AttributeValue seal(Person person, DataKey key, String place, SecureRandom random) {
        return Attributes.of(SealedBox.seal(Json.bytes(json(person)), key, place, random));
    }

    /** Who stands in {@code attribute} of {@code item}, sealed for that place. */
    static Optional<Person> open(Map<String, AttributeValue> item, String attribute, DataKey key) {
        String place = ItemKey.of(item).place() + " " + attribute;
        return Attributes.optionalBytes(item, attribute)
                .flatMap(blob -> SealedBox.open(blob, key, place))
                .flatMap(plain -> read(Json.read(plain)));
    }
}
