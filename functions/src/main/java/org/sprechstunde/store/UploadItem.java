package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.enquiry.AttachmentType;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.PendingUpload;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The task that forgets an upload, and in it, sealed, what the upload was promised to be. */
public final class UploadItem {
    private static final String PROMISE = " promise";
    private static final int UNTOUCHED = 1;

    private UploadItem() {}

    public static Map<String, AttributeValue> write(
            Enquiry enquiry, PendingUpload file, Instant due, SecureRandom random) {
        Task task = task(enquiry.id(), file.object(), due);
        Map<String, AttributeValue> item = new HashMap<>(TaskItem.write(task, enquiry.latest()));
        byte[] promise =
                Json.bytes(Json.object().put("type", file.type().name()).put("bytes", file.bytes()));
        String place = ItemKey.task(task).place() + PROMISE;
        item.put("promise", Attributes.of(SealedBox.seal(promise, enquiry.key(), place, random)));
        return item;
    }

    /** What was promised, unless the upload is being forgotten or was never asked for. */
    public static Optional<PendingUpload> find(Table table, Enquiry enquiry, RandomId object) {
        ItemKey itemKey = ItemKey.task(task(enquiry.id(), object, Instant.EPOCH));
        return table.get(itemKey)
                .filter(item -> Attributes.number(item, "attempts") == UNTOUCHED && item.containsKey("promise"))
                .flatMap(item ->
                        SealedBox.open(Attributes.bytes(item, "promise"), enquiry.key(), itemKey.place() + PROMISE))
                .map(Json::read)
                .map(promise -> read(object, promise));
    }

    private static PendingUpload read(RandomId object, JsonNode promise) {
        AttachmentType type = AttachmentType.valueOf(promise.path("type").asText());
        return new PendingUpload(object, type, promise.path("bytes").asInt());
    }

    private static Task task(RandomId enquiry, RandomId object, Instant due) {
        return Task.forgetUpload(enquiry, object, due);
    }
}
