package org.sprechstunde.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Task;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What happens to a task's item between its beginning and its end. */
public final class TaskUpdates {
    private static final Map<String, String> AT = Map.of("#at", "at");

    private TaskUpdates() {}

    /** Begun, unless somebody else began it since it was read; due again at {@code until} if its function dies. */
    public static Update claimed(Task task, Instant until) {
        return new Update(
                ItemKey.task(task),
                "SET attempts = attempts + :one, #at = :until",
                "attempts = :seen",
                AT,
                Map.of(
                        ":one",
                        Attributes.of(1),
                        ":seen",
                        Attributes.of(task.attempts()),
                        ":until",
                        Attributes.millis(until)));
    }

    public static Update postponed(Task task, Instant next) {
        return new Update(
                ItemKey.task(task),
                "SET #at = :next",
                "attribute_exists(pk)",
                AT,
                Map.of(":next", Attributes.millis(next)));
    }

    /** Both stores were seen empty at {@code erased}; looked at once more at {@code next}. */
    public static Update erased(Task.Forget task, Instant erased, Instant next) {
        return new Update(
                ItemKey.task(task),
                "SET #at = :next, erasedAt = :erased",
                "attribute_exists(pk)",
                AT,
                Map.of(":next", Attributes.millis(next), ":erased", Attributes.millis(erased)));
    }

    /** What WhatsApp answered to the goodbye, and what it is to be asked for again, sealed, if anything is. */
    static Update answered(Task.Forget task, ErasureRecord.Farewell answers, Optional<AttributeValue> left) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":farewell", Attributes.of(answers.message().name()),
                ":contactBook", Attributes.of(answers.contactBook().name()),
                ":media", Attributes.of(answers.media().name())));
        left.ifPresent(copies -> values.put(":copies", copies));
        return new Update(
                ItemKey.task(task),
                "SET farewell = :farewell, contactBook = :contactBook, mediaAtWhatsApp = :media"
                        + (left.isPresent() ? ", copies = :copies" : " REMOVE copies"),
                "attribute_exists(pk)",
                Map.of(),
                values);
    }
}
