package org.sprechstunde.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Says that a group was told today that its messages are not taken: a keyed hash and a time, gone after a day. */
public final class GroupMark {
    private static final Duration KEPT = Duration.ofDays(1);

    private GroupMark() {}

    /** Marks the group, on condition that it bears no mark of within a day; what expired may still stand. */
    public static Update told(String hmac, Instant now) {
        return new Update(
                ItemKey.seen(hmac),
                "SET expiresAt = :until",
                "attribute_not_exists(pk) OR expiresAt <= :now",
                Map.of(),
                Map.of(":until", Attributes.seconds(now.plus(KEPT)), ":now", Attributes.seconds(now)));
    }
}
