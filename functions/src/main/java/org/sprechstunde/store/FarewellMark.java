package org.sprechstunde.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Says for a day that somebody was told goodbye, so that thanks for it do not begin anew what has ended. A keyed hash and
 * a time, and whether thanks were answered.
 */
public record FarewellMark(String hmac) {
    private static final Duration KEPT = Duration.ofDays(1);

    public Map<String, AttributeValue> write(Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(ItemKey.seen(hmac).attributes());
        item.put("expiresAt", Attributes.seconds(now.plus(KEPT)));
        return item;
    }

    /** Whether the goodbye is less than a day ago; what expired may still stand. */
    public boolean stands(Table table, Instant now) {
        return table.get(ItemKey.seen(hmac))
                .filter(item -> Attributes.number(item, "expiresAt") > now.getEpochSecond())
                .isPresent();
    }

    /** Thanks for it are answered, on condition that none were. */
    public Update answered() {
        return new Update(
                ItemKey.seen(hmac),
                "SET answered = :yes",
                "attribute_exists(pk) AND attribute_not_exists(answered)",
                Map.of(),
                Map.of(":yes", AttributeValue.fromBool(true)));
    }
}
