package org.sprechstunde.enquiry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the forget task remembers of an erasure, for the receipt: counts, times and WhatsApp's answers,
 * nothing personal.
 *
 * @param unreadableSince when the key was destroyed
 * @param erasedAt when both stores were looked at again and found empty
 */
public record Erasure(Instant unreadableSince, Optional<Instant> erasedAt, Extent extent, Farewell farewell) {

    /** How much there was: messages, files and their plain bytes. */
    public record Extent(long messages, long media, long bytes) {
        public static final Extent UNKNOWN = new Extent(0, 0, 0);
    }

    /** What WhatsApp answered before the key was destroyed. */
    public record Farewell(Courtesy message, Courtesy contactBook, Courtesy media) {
        public static final Farewell SKIPPED = new Farewell(Courtesy.SKIPPED, Courtesy.SKIPPED, Courtesy.SKIPPED);
    }

    /** An erasure that begins now. */
    public static Erasure begun(Instant now, Extent extent, Farewell farewell) {
        return new Erasure(now, Optional.empty(), extent, farewell);
    }

    public Erasure completed(Instant now) {
        return new Erasure(unreadableSince, erasedAt.or(() -> Optional.of(now)), extent, farewell);
    }

    Map<String, AttributeValue> write() {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "unreadableSince", Values.millis(unreadableSince),
                "messages", Values.of(extent.messages()),
                "files", Values.of(extent.media()),
                "fileBytes", Values.of(extent.bytes()),
                "farewell", Values.of(farewell.message().name()),
                "contactBook", Values.of(farewell.contactBook().name()),
                "mediaAtWhatsApp", Values.of(farewell.media().name())));
        erasedAt.ifPresent(time -> item.put("erasedAt", Values.millis(time)));
        return item;
    }

    static Erasure read(Map<String, AttributeValue> item) {
        return new Erasure(
                Values.time(item, "unreadableSince"),
                item.containsKey("erasedAt") ? Optional.of(Values.time(item, "erasedAt")) : Optional.empty(),
                new Extent(
                        Values.number(item, "messages"),
                        Values.number(item, "files"),
                        Values.number(item, "fileBytes")),
                new Farewell(answer(item, "farewell"), answer(item, "contactBook"), answer(item, "mediaAtWhatsApp")));
    }

    private static Courtesy answer(Map<String, AttributeValue> item, String name) {
        return Courtesy.valueOf(Values.text(item, name));
    }
}
