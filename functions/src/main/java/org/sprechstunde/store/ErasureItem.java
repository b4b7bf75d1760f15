package org.sprechstunde.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.ErasureRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a forget task remembers, as attributes of its item. */
final class ErasureItem {
    private ErasureItem() {}

    static Map<String, AttributeValue> write(ErasureRecord erasure) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "unreadableSince", Attributes.millis(erasure.unreadableSince()),
                "messages", Attributes.of(erasure.extent().messages()),
                "files", Attributes.of(erasure.extent().media()),
                "fileBytes", Attributes.of(erasure.extent().bytes()),
                "farewell", Attributes.of(erasure.farewell().message().name()),
                "contactBook", Attributes.of(erasure.farewell().contactBook().name()),
                "mediaAtWhatsApp", Attributes.of(erasure.farewell().media().name())));
        erasure.erasedAt().ifPresent(time -> item.put("erasedAt", Attributes.millis(time)));
        return item;
    }

    static ErasureRecord read(Map<String, AttributeValue> item) {
        return new ErasureRecord(
                Attributes.time(item, "unreadableSince"),
                item.containsKey("erasedAt") ? Optional.of(Attributes.time(item, "erasedAt")) : Optional.empty(),
                new ErasureRecord.Extent(
                        Attributes.number(item, "messages"),
                        Attributes.number(item, "files"),
                        Attributes.number(item, "fileBytes")),
                new ErasureRecord.Farewell(
                        courtesy(item, "farewell"), courtesy(item, "contactBook"), courtesy(item, "mediaAtWhatsApp")));
    }

    private static BestEffort courtesy(Map<String, AttributeValue> item, String name) {
        return BestEffort.valueOf(Attributes.text(item, name));
    }
}
