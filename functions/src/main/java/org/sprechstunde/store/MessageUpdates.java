package org.sprechstunde.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.TownReaction;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What happens to a message's item after it was stored; each on condition that the message still stands. What the page shows
 * of it is a {@link MessageChange}.
 */
public final class MessageUpdates {
    private static final String STANDS = "attribute_exists(pk)";
    private static final String LAST_REACTION = "townReactedAs = :token";

    private MessageUpdates() {}

    /** Its file is in the bucket. */
    public static MessageChange stored(Enquiry enquiry, Message message, SecureRandom random) {
        ItemKey itemKey = ItemKey.message(enquiry.id(), message.id());
        MediaFile file = message.file().orElseThrow();
        return new MessageChange(new Update(
                itemKey,
                "SET #media = :state, #bytes = :bytes, fileType = :type, mayTell = :mayTell",
                STANDS,
                Map.of("#media", "media", "#bytes", "bytes"),
                Map.of(
                        ":state", Attributes.of(file.state().name()),
                        ":bytes", Attributes.of(file.bytes()),
                        ":type", MessageItem.type(enquiry, itemKey, file.type(), random),
                        ":mayTell", AttributeValue.fromBool(file.mayTell()))));
    }

    /** Its file cannot be had. */
    public static MessageChange lost(ItemKey message, MediaFile.Problem problem) {
        return new MessageChange(new Update(
                message,
                "SET #media = :state, #problem = :problem",
                STANDS,
                Map.of("#media", "media", "#problem", "problem"),
                Map.of(
                        ":state",
                        Attributes.of(MediaFile.State.LOST.name()),
                        ":problem",
                        Attributes.of(problem.name()))));
    }

    /**
     * The citizen has edited it: the former words are overwritten, file and states stay. Edits may overtake
     * each other, so a later one is never replaced by an earlier.
     */
    public static MessageChange edited(Enquiry enquiry, Message message, SecureRandom random) {
        return new MessageChange(new Update(
                ItemKey.message(enquiry.id(), message.id()),
                "SET sealed = :sealed, editedAt = :at",
                STANDS + " AND (attribute_not_exists(editedAt) OR editedAt <= :at)",
                Map.of(),
                Map.of(
                        ":sealed", MessageItem.sealed(enquiry, message, random),
                        ":at", Attributes.millis(message.edited().orElseThrow()))));
    }

    /** The citizen has put a sign on it, or taken it back. A later one is never replaced by an earlier. */
    public static MessageChange reacted(ItemKey message, Optional<AttributeValue> reaction, Instant at) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":at", Attributes.millis(at)));
        reaction.ifPresent(blob -> values.put(":reaction", blob));
        return new MessageChange(new Update(
                message,
                "SET reactedAt = :at" + (reaction.isPresent() ? ", reaction = :reaction" : " REMOVE reaction"),
                STANDS + " AND (attribute_not_exists(reactedAt) OR reactedAt <= :at)",
                Map.of(),
                values));
    }

    /**
     * The mayor's emoji is about to be sent; nothing of it is shown yet. Each has a token: of two that are sent at once
     * the one announced later is shown, and what WhatsApp tells of an earlier one changes nothing any more.
     */
    public static Update reactionAnnounced(Enquiry enquiry, TownReaction reaction) {
        return new Update(
                ItemKey.message(enquiry.id(), reaction.to().id()),
                "SET " + LAST_REACTION,
                STANDS,
                Map.of(),
                token(reaction.token()));
    }

    /** WhatsApp has taken it: the citizen sees it, or sees none any more. */
    public static MessageChange reactionShown(Enquiry enquiry, TownReaction reaction, SecureRandom random) {
        ItemKey message = ItemKey.message(enquiry.id(), reaction.to().id());
        Map<String, AttributeValue> values = new HashMap<>(token(reaction.token()));
        reaction.emoji()
                .ifPresent(emoji -> values.put(":emoji", MessageItem.townReaction(enquiry, message, emoji, random)));
        String change = reaction.emoji().isPresent() ? "SET townReaction = :emoji" : "REMOVE townReaction";
        return new MessageChange(new Update(message, change, LAST_REACTION, Map.of(), values));
    }

    /** WhatsApp tells later that it did not arrive after all. */
    public static MessageChange reactionFailed(ItemKey message, RandomId token) {
        return new MessageChange(
                new Update(message, "REMOVE townReaction, townReactedAs", LAST_REACTION, Map.of(), token(token)));
    }

    private static Map<String, AttributeValue> token(RandomId token) {
        return Map.of(":token", Attributes.of(token.value()));
    }

    /** WhatsApp has confirmed that it has the file no more. */
    public static Update copyDeleted(ItemKey message) {
        return new Update(
                message, "SET copyDeleted = :true", STANDS, Map.of(), Map.of(":true", AttributeValue.fromBool(true)));
    }

    /** It is sent once more, on condition that nobody knows what became of it, and that nobody else has just done so. */
    public static Update sentAgain(ItemKey answer, Instant now) {
        return new Update(
                answer,
                "SET sentAgainAt = :now",
                "delivery IN (:pending, :unclear) AND (attribute_not_exists(sentAgainAt) OR sentAgainAt <= :before)",
                Map.of(),
                Map.of(
                        ":now", Attributes.millis(now),
                        ":before", Attributes.millis(now.minus(Delivery.SETTLED_WITHIN)),
                        ":pending", Attributes.of(Delivery.State.PENDING.name()),
                        ":unclear", Attributes.of(Delivery.State.UNCLEAR.name())));
    }

    /** WhatsApp knows the answer by the id with this keyed hash. */
    static Update marked(ItemKey answer, String hmac) {
        return new Update(
                answer,
                "SET " + AnswerMarks.NAMED + " = :mark",
                STANDS,
                Map.of(),
                Map.of(":mark", Attributes.of(hmac)));
    }

    /** The reply has come further, on condition that it still is where it {@code was}. */
    static MessageChange delivered(ItemKey message, Delivery.State was, Delivery delivery) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":was", Attributes.of(was.name()));
        values.put(":state", Attributes.of(delivery.state().name()));
        delivery.code().ifPresent(code -> values.put(":code", Attributes.of(code)));
        String code = delivery.code().isPresent() ? ", #code = :code" : " REMOVE #code";
        return new MessageChange(new Update(
                message, "SET delivery = :state" + code, "delivery = :was", Map.of("#code", "code"), values));
    }
}
