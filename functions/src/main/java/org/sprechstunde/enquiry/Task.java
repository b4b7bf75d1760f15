package org.sprechstunde.enquiry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A piece of work, stored in the transaction that makes it necessary. Ids only, never content.
 *
 * @param attempts how often it was begun
 * @param due when the sweep may begin it, unless the stream has done so before
 * @param message whose file is to be fetched
 * @param erasure what is to be remembered of a forgetting
 */
public record Task(
        RandomId enquiry,
        TaskKind kind,
        RandomId token,
        int attempts,
        Instant due,
        Optional<MessageId> message,
        Optional<Erasure> erasure) {

    /** Value of {@code list} that puts a task into the worklist. */
    static final String LIST = "TASK";

    public static Task fetchMedia(RandomId enquiry, MessageId message, Instant due, RandomGenerator random) {
        return new Task(
                enquiry, TaskKind.FETCH_MEDIA, RandomId.next(random), 0, due, Optional.of(message), Optional.empty());
    }

    public static Task greet(RandomId enquiry, Instant due, RandomGenerator random) {
        return new Task(enquiry, TaskKind.GREET, RandomId.next(random), 0, due, Optional.empty(), Optional.empty());
    }

    public static Task forget(RandomId enquiry, Erasure erasure, Instant due, RandomGenerator random) {
        return new Task(
                enquiry, TaskKind.FORGET, RandomId.next(random), 0, due, Optional.empty(), Optional.of(erasure));
    }

    /** This task as begun by the one who stores it, so that nobody else begins it before {@code due}. */
    public Task begun() {
        return new Task(enquiry, kind, token, attempts + 1, due, message, erasure);
    }

    public Keys keys() {
        return Keys.task(enquiry, kind.word(), token);
    }

    /** As an item; {@code keep} is the last instant that the item may exist. */
    public Map<String, AttributeValue> write(Instant keep) {
        Map<String, AttributeValue> item = new HashMap<>(keys().attributes());
        item.put("list", Values.of(LIST));
        item.put("at", Values.millis(due));
        item.put("attempts", Values.of(attempts));
        item.put("expiresAt", Values.seconds(keep));
        message.ifPresent(id -> item.put("message", Values.of(id.toString())));
        erasure.ifPresent(value -> item.putAll(value.write()));
        return item;
    }

    /** The task in {@code item}; empty if its kind is not one of ours. */
    public static Optional<Task> read(Map<String, AttributeValue> item) {
        Keys keys = Keys.of(item);
        String[] parts = keys.sk().split("#", -1);
        return TaskKind.of(parts[1])
                .map(kind -> new Task(
                        keys.enquiry().orElseThrow(),
                        kind,
                        new RandomId(parts[2]),
                        Math.toIntExact(Values.number(item, "attempts")),
                        Values.time(item, "at"),
                        Values.optionalText(item, "message").flatMap(MessageId::parse),
                        kind == TaskKind.FORGET ? Optional.of(Erasure.read(item)) : Optional.empty()));
    }
}
