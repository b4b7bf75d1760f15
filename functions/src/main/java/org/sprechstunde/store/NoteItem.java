package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Note;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The note of the town hall's own on an enquiry, sealed beside its pointer: the item is read wherever the enquiry is
 * opened, and nothing that comes late can bring it back, for only the first message makes one.
 */
public final class NoteItem {
    private static final String NOTE = "note";
    private static final String VERSION = "noteVersion";

    private NoteItem() {}

    /** {@code note} in the place of the version before it, or nothing if somebody else was faster. */
    public static Update written(Enquiry enquiry, Note note, SecureRandom random) {
        ItemKey key = ItemKey.pointer(enquiry.id());
        ObjectNode json =
                Json.object().put("text", note.text()).put("at", note.at().toEpochMilli());
        json.set("by", SealedPerson.json(note.by()));
        byte[] sealed = SealedBox.seal(Json.bytes(json), enquiry.key(), place(key), random);
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":note", Attributes.of(sealed));
        values.put(":version", Attributes.of(note.version()));
        boolean isFirst = note.version() == 1;
        if (!isFirst) {
            values.put(":before", Attributes.of(note.version() - 1));
        }
        return new Update(
                key,
                "SET note = :note, noteVersion = :version",
                isFirst ? "attribute_exists(pk) AND attribute_not_exists(noteVersion)" : "noteVersion = :before",
                Map.of(),
                values);
    }

    /** Taken away again, an empty one stays, by whom and as which version. */
    static Optional<Note> read(Map<String, AttributeValue> pointer, Enquiry enquiry) {
        return Attributes.optionalBytes(pointer, NOTE)
                .flatMap(blob -> SealedBox.open(blob, enquiry.key(), place(ItemKey.of(pointer))))
                .map(Json::read)
                .map(json -> note(json, Attributes.number(pointer, VERSION)));
    }

    private static Note note(JsonNode json, long version) {
        return new Note(
                json.path("text").asText(),
                SealedPerson.read(json.path("by")).orElseThrow(),
                Instant.ofEpochMilli(json.path("at").asLong()),
                version);
    }

    private static String place(ItemKey key) {
        return key.place() + " " + NOTE;
    }
}
