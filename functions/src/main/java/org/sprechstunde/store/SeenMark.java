package org.sprechstunde.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Says that a message was processed and where it is; outlives the enquiry, so that a late redelivery
 * revives nothing. A keyed hash and random ids: nothing in it is personal. A citizen's own word is
 * nowhere; its mark is the hash alone, and so is that of a group.
 */
public record SeenMark(String hmac, RandomId enquiry, MessageId message) {
    /** Longer than the seven days for which WhatsApp redelivers. */
    public static final Duration KEPT = Duration.ofDays(10);

    private static final Duration GROUP_KEPT = Duration.ofDays(1);

    public Map<String, AttributeValue> write(Instant now) {
        Map<String, AttributeValue> item = bare(hmac, now);
        item.put("enquiry", Attributes.of(enquiry.value()));
        item.put("message", Attributes.of(message.toString()));
        return item;
    }

    /** The mark of a message that was answered and not stored. */
    public static Map<String, AttributeValue> bare(String hmac, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(ItemKey.seen(hmac).attributes());
        item.put("expiresAt", Attributes.seconds(now.plus(KEPT)));
        return item;
    }

    /** Whether the message was processed, stored or not. */
    public static boolean stands(Table table, String hmac) {
        return table.get(ItemKey.seen(hmac)).isPresent();
    }

    /**
     * The mark of a group that was told that its messages are not taken, on condition that it bears none of within a
     * day; what expired may still stand.
     */
    public static Update groupTold(String hmac, Instant now) {
        return new Update(
                ItemKey.seen(hmac),
                "SET expiresAt = :until",
                "attribute_not_exists(pk) OR expiresAt <= :now",
                Map.of(),
                Map.of(":until", Attributes.seconds(now.plus(GROUP_KEPT)), ":now", Attributes.seconds(now)));
    }

    /** Where a message is that was processed and stored. */
    public static Optional<SeenMark> find(Table table, String hmac) {
        return table.get(ItemKey.seen(hmac))
                .filter(item -> item.containsKey("enquiry"))
                .map(item -> new SeenMark(
                        hmac,
                        new RandomId(Attributes.text(item, "enquiry")),
                        MessageId.parse(Attributes.text(item, "message")).orElseThrow()));
    }
}
