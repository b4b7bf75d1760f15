package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Presence;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Who has an enquiry open, sealed beside its pointer, which is read with it anyway. It goes with the enquiry, cannot outlive
 * it, and is written over by the next who comes; what is older than seconds counts for nothing.
 */
public final class PresenceItem {
    private static final String PRESENT = "present";

    private PresenceItem() {}

    /** What stood there when it was read. */
    public record Read(Presence presence, Optional<byte[]> sealed) {}

    /** In the place of what was read; whoever was faster wins, and is read by the next look. */
    public static Update written(Enquiry enquiry, Read before, Presence now, SecureRandom random) {
        ItemKey key = ItemKey.pointer(enquiry.id());
        ArrayNode json = Json.array();
        now.all()
                .forEach(each -> json.addObject()
                        .put("doing", each.doing().name())
                        .put("since", each.since().toEpochMilli())
                        .set("person", SealedPerson.json(each.person())));
        AttributeValue sealed = Attributes.of(SealedBox.seal(Json.bytes(json), enquiry.key(), place(key), random));
        return before.sealed()
                .map(old -> new Update(
                        key,
                        "SET present = :now",
                        "present = :before",
                        Map.of(),
                        Map.of(":now", sealed, ":before", Attributes.of(old))))
                .orElseGet(() -> new Update(
                        key,
                        "SET present = :now",
                        "attribute_exists(pk) AND attribute_not_exists(present)",
                        Map.of(),
                        Map.of(":now", sealed)));
    }

    static Read read(Map<String, AttributeValue> pointer, DataKey key) {
        Optional<byte[]> sealed = Attributes.optionalBytes(pointer, PRESENT);
        return new Read(
                sealed.flatMap(blob -> SealedBox.open(blob, key, place(ItemKey.of(pointer))))
                        .map(Json::read)
                        .map(PresenceItem::presence)
                        .orElse(Presence.NOBODY),
                sealed);
    }

    private static Presence presence(JsonNode json) {
        List<Presence.Present> all = new ArrayList<>();
        for (JsonNode each : json) {
            SealedPerson.read(each.path("person"))
                    .ifPresent(person -> all.add(new Presence.Present(
                            person,
                            Presence.Doing.valueOf(each.path("doing").asText()),
                            Instant.ofEpochMilli(each.path("since").asLong()))));
        }
        return new Presence(all);
    }

    private static String place(ItemKey key) {
        return key.place() + " " + PRESENT;
    }
}
