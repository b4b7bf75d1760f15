package org.sprechstunde.enquiry;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.sprechstunde.platform.RandomId;

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
}
