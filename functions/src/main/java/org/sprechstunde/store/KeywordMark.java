package org.sprechstunde.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Says that a citizen's word was answered: for ten minutes it is not answered again, and as long as statuses come, one
 * that tells that the answer did not arrive still finds what it was about. Keyed hashes, a random id and a time.
 *
 * @param enquiry in which it was said; absent if none was open
 */
public record KeywordMark(String hmac, Optional<RandomId> enquiry) {
    private static final Duration ONCE_IN = Duration.ofMinutes(10);

    /**
     * The word is answered now, unless another like it was within ten minutes; the same message, {@code seen}, may try
     * again, for it only comes again where its answer has failed.
     */
    public Update answered(String seen, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":seen", Attributes.of(seen),
                ":until", Attributes.millis(now.plus(ONCE_IN)),
                ":now", Attributes.millis(now),
                ":expires", Attributes.seconds(now.plus(SeenMark.KEPT))));
        enquiry.ifPresent(id -> values.put(":about", Attributes.of(id.value())));
        return new Update(
                ItemKey.seen(hmac),
                "SET seen = :seen, answeredUntil = :until, expiresAt = :expires"
                        + enquiry.map(_ -> ", about = :about").orElse(""),
                "attribute_not_exists(pk) OR answeredUntil <= :now OR seen = :seen",
                Map.of(),
                values);
    }

    /** The mark that an answer carries; empty once it has gone. */
    public static Optional<KeywordMark> find(Table table, String hmac) {
        return table.get(ItemKey.seen(hmac))
                .filter(item -> item.containsKey("answeredUntil"))
                .map(item -> new KeywordMark(
                        hmac, Attributes.optionalText(item, "about").map(RandomId::new)));
    }
}
