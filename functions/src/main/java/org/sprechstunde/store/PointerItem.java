package org.sprechstunde.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item in an enquiry's own partition that says whose it is, and what its citizen was told when. */
public final class PointerItem {
    private static final String TOLD = "told ";

    private PointerItem() {}

    public static Map<String, AttributeValue> write(Enquiry enquiry) {
        Map<String, AttributeValue> item =
                new HashMap<>(ItemKey.pointer(enquiry.id()).attributes());
        item.put("citizen", Attributes.of(enquiry.citizen()));
        item.put("expiresAt", Attributes.ttl(enquiry.latest()));
        return item;
    }

    static String told(AutoReply text) {
        return TOLD + text.word();
    }

    /** What the town has said by itself, and when last. */
    static Map<AutoReply, Instant> told(Map<String, AttributeValue> item) {
        Map<AutoReply, Instant> told = new EnumMap<>(AutoReply.class);
        for (AutoReply text : AutoReply.values()) {
            Attributes.optionalTime(item, told(text)).ifPresent(time -> told.put(text, time));
        }
        return told;
    }
}
