package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Emoji;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A message as an item: what it says is sealed; direction, kind and states stand beside it. */
public final class MessageItem {
    private static final String CITIZENS = "reaction";
    private static final String TOWNS = "townReaction";
    private static final String TYPE = " type";

    private MessageItem() {}

    public static Map<String, AttributeValue> write(Enquiry enquiry, Message message, SecureRandom random) {
        ItemKey itemKey = ItemKey.message(enquiry.id(), message.id());
        Map<String, AttributeValue> item = new HashMap<>(itemKey.attributes());
        item.put("sealed", sealed(enquiry, message, random));
        item.put("direction", Attributes.of(message.direction().name()));
        item.put("expiresAt", Attributes.ttl(enquiry.latest()));
        message.delivery()
                .ifPresent(delivery ->
                        item.put("delivery", Attributes.of(delivery.state().name())));
        message.edited().ifPresent(time -> item.put("editedAt", Attributes.millis(time)));
        message.file().ifPresent(file -> {
            item.put("object", Attributes.of(file.object().value()));
            item.put("media", Attributes.of(file.state().name()));
            if (file.state() == MediaFile.State.STORED) {
                item.put("bytes", Attributes.of(file.bytes()));
                item.put("fileType", type(enquiry, itemKey, file.type(), random));
                item.put("mayTell", AttributeValue.fromBool(file.mayTell()));
            }
        });
        return item;
    }

    /** An answer, and up to which revision of the enquiry its writer had seen what there was to answer. */
    public static Map<String, AttributeValue> writeAnswer(
            Enquiry enquiry, Message answer, long seen, SecureRandom random) {
        Map<String, AttributeValue> item = write(enquiry, answer, random);
        item.put("seen", Attributes.of(seen));
        return item;
    }

    /** What the writer of the answer in {@code item} had seen; one of before this was stored had seen everything. */
    static long seen(Map<String, AttributeValue> item) {
        return Attributes.optionalNumber(item, "seen").orElse(Long.MAX_VALUE);
    }

    static AttributeValue sealed(Enquiry enquiry, Message message, SecureRandom random) {
        String place = ItemKey.message(enquiry.id(), message.id()).place();
        return Attributes.of(SealedBox.seal(Json.bytes(personal(message)), enquiry.key(), place, random));
    }

    /** How far the reply in {@code item} has come, if it is one. */
    static Optional<Delivery.State> delivery(Map<String, AttributeValue> item) {
        return Attributes.optionalText(item, "delivery").map(Delivery.State::valueOf);
    }

    /** The message in {@code item}; empty if it has none, or one that does not open with {@code key}. */
    public static Optional<Message> read(Map<String, AttributeValue> item, DataKey key) {
        ItemKey itemKey = ItemKey.of(item);
        return Attributes.optionalBytes(item, "sealed")
                .flatMap(blob -> SealedBox.open(blob, key, itemKey.place()))
                .map(plain -> read(item, Json.read(plain), key));
    }

    private static Message read(Map<String, AttributeValue> item, JsonNode personal, DataKey key) {
        ItemKey itemKey = ItemKey.of(item);
        return new Message(
                itemKey.message().orElseThrow(),
                Direction.valueOf(Attributes.text(item, "direction")),
                SealedContent.read(personal.path("content")),
                Attributes.optionalText(item, "media").map(_ -> file(item, personal, type(item, itemKey, key))),
                delivery(item).map(state -> new Delivery(state, Attributes.optionalNumber(item, "code"))),
                Json.text(personal, "whatsAppId"),
                item.containsKey("editedAt") ? Optional.of(Attributes.time(item, "editedAt")) : Optional.empty(),
                SealedContent.readContext(personal.path("context")),
                new Message.Reactions(reaction(item, CITIZENS, key), reaction(item, TOWNS, key)),
                SealedPerson.read(personal.path("author")));
    }

    /** Sealed apart from what the message says, so that edit and reaction never overwrite each other. */
    public static AttributeValue reaction(Enquiry enquiry, ItemKey message, String emoji, SecureRandom random) {
        return reaction(emoji, enquiry.key(), message.place() + " " + CITIZENS, random);
    }

    /** The mayor's emoji, sealed into a place of its own beside the citizen's. */
    static AttributeValue townReaction(Enquiry enquiry, ItemKey message, Emoji emoji, SecureRandom random) {
        return reaction(emoji.value(), enquiry.key(), message.place() + " " + TOWNS, random);
    }

    private static AttributeValue reaction(String emoji, DataKey key, String place, SecureRandom random) {
        return Attributes.of(SealedBox.seal(emoji.getBytes(StandardCharsets.UTF_8), key, place, random));
    }

    private static Optional<String> reaction(Map<String, AttributeValue> item, String whose, DataKey key) {
        String place = ItemKey.of(item).place() + " " + whose;
        return item.containsKey(whose)
                ? SealedBox.open(Attributes.bytes(item, whose), key, place)
                        .map(plain -> new String(plain, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Sealed like what was sent, but only when the file has come. */
    static AttributeValue type(Enquiry enquiry, ItemKey message, FileType type, SecureRandom random) {
        byte[] plain = type.name().getBytes(StandardCharsets.UTF_8);
        return Attributes.of(SealedBox.seal(plain, enquiry.key(), message.place() + TYPE, random));
    }

    private static FileType type(Map<String, AttributeValue> item, ItemKey message, DataKey key) {
        return item.containsKey("fileType")
                ? SealedBox.open(Attributes.bytes(item, "fileType"), key, message.place() + TYPE)
                        .map(plain -> FileType.named(new String(plain, StandardCharsets.UTF_8)))
                        .orElse(FileType.OTHER)
                : FileType.OTHER;
    }

    private static MediaFile file(Map<String, AttributeValue> item, JsonNode personal, FileType type) {
        return new MediaFile(
                new RandomId(Attributes.text(item, "object")),
                DataKey.of(fileKey(personal)),
                MediaFile.State.valueOf(Attributes.text(item, "media")),
                Attributes.optionalNumber(item, "bytes").orElse(0),
                Attributes.optionalText(item, "problem").map(MediaFile.Problem::valueOf),
                item.containsKey("copyDeleted"),
                type,
                item.containsKey("mayTell") && item.get("mayTell").bool());
    }

    private static ObjectNode personal(Message message) {
        ObjectNode json = Json.object();
        json.set("content", SealedContent.write(message.content()));
        if (!message.context().equals(MessageContext.NONE)) {
            json.set("context", SealedContent.write(message.context()));
        }
        message.whatsAppId().ifPresent(id -> json.put("whatsAppId", id));
        message.file().ifPresent(file -> json.put("fileKey", file.key().bytes()));
        message.author().ifPresent(author -> json.set("author", SealedPerson.json(author)));
        return json;
    }

    private static byte[] fileKey(JsonNode personal) {
        try {
            return personal.path("fileKey").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
