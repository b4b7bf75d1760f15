package org.sprechstunde.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.Courtesy;
import org.sprechstunde.enquiry.Erasure;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a forget task remembers, as attributes of its item. */
final class ErasureItem {
    private ErasureItem() {}

    static Map<String, AttributeValue> write(Erasure erasure) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "unreadableSince", Values.millis(erasure.unreadableSince()),
                "messages", Values.of(erasure.extent().messages()),
                "files", Values.of(erasure.extent().media()),
                "fileBytes", Values.of(erasure.extent().bytes()),
                "farewell", Values.of(erasure.farewell().message().name()),
                "contactBook", Values.of(erasure.farewell().contactBook().name()),
                "mediaAtWhatsApp", Values.of(erasure.farewell().media().name())));
        erasure.erasedAt().ifPresent(time -> item.put("erasedAt", Values.millis(time)));
        return item;
    }

    static Erasure read(Map<String, AttributeValue> item) {
        return new Erasure(
                Values.time(item, "unreadableSince"),
                item.containsKey("erasedAt") ? Optional.of(Values.time(item, "erasedAt")) : Optional.empty(),
                new Erasure.Extent(
                        Values.number(item, "messages"),
                        Values.number(item, "files"),
                        Values.number(item, "fileBytes")),
                new Erasure.Farewell(
                        courtesy(item, "farewell"), courtesy(item, "contactBook"), courtesy(item, "mediaAtWhatsApp")));
    }

    private static Courtesy courtesy(Map<String, AttributeValue> item, String name) {
        return Courtesy.valueOf(Values.text(item, name));
    }
}
