package org.sprechstunde.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;

/** What happens to the item in an enquiry's own partition that says whose it is, and what its citizen was told when. */
public final class PointerUpdates {
    private PointerUpdates() {}

    /** Its citizen is told {@code text}, unless that was done within a day. */
    public static Update told(Enquiry enquiry, AutoReply text, Instant now) {
        return new Update(
                ItemKey.pointer(enquiry.id()),
                "SET #told = :now",
                "attribute_exists(pk) AND (attribute_not_exists(#told) OR #told <= :before)",
                Map.of("#told", PointerItem.told(text)),
                Map.of(":now", Attributes.millis(now), ":before", Attributes.millis(now.minus(Duration.ofDays(1)))));
    }

    /** Its citizen was not told {@code text} at {@code then} after all. */
    public static Update notTold(Enquiry enquiry, AutoReply text, Instant then) {
        return new Update(
                ItemKey.pointer(enquiry.id()),
                "REMOVE #told",
                "#told = :then",
                Map.of("#told", PointerItem.told(text)),
                Map.of(":then", Attributes.millis(then)));
    }

    /** Its citizen has been greeted, which is done once and needs no condition but that the enquiry stands. */
    public static Update greeted(Enquiry enquiry, Instant now) {
        return new Update(
                ItemKey.pointer(enquiry.id()),
                "SET #told = :now",
                "attribute_exists(pk)",
                Map.of("#told", PointerItem.told(AutoReply.GREETING)),
                Map.of(":now", Attributes.millis(now)));
    }

    /** The mayor is reminded that WhatsApp's window closes, unless that was done since the citizen wrote last. */
    public static Update reminded(Enquiry enquiry) {
        return new Update(
                ItemKey.pointer(enquiry.id()),
                "SET remindedOf = :last",
                "attribute_exists(pk) AND (attribute_not_exists(remindedOf) OR remindedOf < :last)",
                Map.of(),
                Map.of(":last", Attributes.millis(enquiry.lastInbound())));
    }

    /** The enquiry is found under {@code moved}'s citizen from now on. */
    public static Update moved(Enquiry moved, String before) {
        return new Update(
                ItemKey.pointer(moved.id()),
                "SET citizen = :now",
                "citizen = :before",
                Map.of(),
                Map.of(":now", Attributes.of(moved.citizen()), ":before", Attributes.of(before)));
    }
}
