package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.AttachmentType;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.PromisedFile;
import org.sprechstunde.enquiry.Sealed;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The task that forgets an upload, and in it, sealed, what the upload was promised to be. */
public final class UploadItem {
    private static final String PROMISE = " promise";
    private static final int UNTOUCHED = 1;

    private UploadItem() {}

    /** As an item; {@code keep} is the last instant that it may exist. */
    public static Map<String, AttributeValue> write(
            Enquiry enquiry, PromisedFile file, Instant due, Instant keep, SecureRandom random) {
        Task task = task(enquiry.id(), file.object(), due);
        Map<String, AttributeValue> item = new HashMap<>(TaskItem.write(task, keep));
        byte[] promise =
                Json.bytes(Json.object().put("type", file.type().name()).put("bytes", file.bytes()));
        String place = Keys.task(task).place() + PROMISE;
        item.put("promise", Values.of(Sealed.seal(promise, enquiry.key(), place, random)));
        return item;
    }

    /** What was promised, unless the upload is being forgotten or was never asked for. */
    public static Optional<PromisedFile> find(Table table, Enquiry enquiry, RandomId object) {
        Keys keys = Keys.task(task(enquiry.id(), object, Instant.EPOCH));
        return table.get(keys)
                .filter(item -> Values.number(item, "attempts") == UNTOUCHED && item.containsKey("promise"))
                .flatMap(item -> Sealed.open(Values.bytes(item, "promise"), enquiry.key(), keys.place() + PROMISE))
                .map(Json::read)
                .map(promise -> read(object, promise));
    }

    private static PromisedFile read(RandomId object, JsonNode promise) {
        AttachmentType type = AttachmentType.valueOf(promise.path("type").asText());
        return new PromisedFile(object, type, promise.path("bytes").asInt());
    }

    private static Task task(RandomId enquiry, RandomId object, Instant due) {
        return Task.forgetUpload(enquiry, object, due);
    }
}
