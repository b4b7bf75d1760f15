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
 * @param file the object that is to be forgotten
 * @param text what is to be told
 */
public record Task(
        RandomId enquiry,
        TaskKind kind,
        RandomId token,
        int attempts,
        Instant due,
        Optional<MessageId> message,
        Optional<ErasureRecord> erasure,
        Optional<LateFile> file,
        Optional<AutoReply> text) {

    public static Task fetchMedia(RandomId enquiry, MessageId message, Instant due, RandomGenerator random) {
        return fresh(enquiry, TaskKind.FETCH_MEDIA, due, random).of(message);
    }

    public static Task greet(RandomId enquiry, Instant due, RandomGenerator random) {
        return fresh(enquiry, TaskKind.GREET, due, random);
    }

    public static Task tell(RandomId enquiry, AutoReply text, Instant due, RandomGenerator random) {
        Task task = fresh(enquiry, TaskKind.TELL, due, random);
        return new Task(
                enquiry, task.kind, task.token, 0, due, task.message, task.erasure, task.file, Optional.of(text));
    }

    public static Task forgetFile(RandomId enquiry, LateFile file, Instant due, RandomGenerator random) {
        Task task = fresh(enquiry, TaskKind.FORGET_FILE, due, random);
        return new Task(
                enquiry, task.kind, task.token, 0, due, task.message, task.erasure, Optional.of(file), task.text);
    }

    /**
     * Forgets an upload unless an answer has named it by {@code due}; found by its object. It counts as begun, so that
     * the stream leaves it alone until then.
     */
    public static Task forgetUpload(RandomId enquiry, RandomId object, Instant due) {
        var file = Optional.of(LateFile.unwantedSince(due, object));
        return new Task(
                        enquiry,
                        TaskKind.FORGET_FILE,
                        object,
                        0,
                        due,
                        Optional.empty(),
                        Optional.empty(),
                        file,
                        Optional.empty())
                .begun();
    }

    public static Task forget(RandomId enquiry, ErasureRecord erasure, Instant due, RandomGenerator random) {
        Task task = fresh(enquiry, TaskKind.FORGET, due, random);
        return new Task(
                enquiry, task.kind, task.token, 0, due, task.message, Optional.of(erasure), task.file, task.text);
    }

    private static Task fresh(RandomId enquiry, TaskKind kind, Instant due, RandomGenerator random) {
        return new Task(
                enquiry,
                kind,
                RandomId.next(random),
                0,
                due,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Task of(MessageId whose) {
        return new Task(enquiry, kind, token, attempts, due, Optional.of(whose), erasure, file, text);
    }

    /** This task as begun by the one who stores it, so that nobody else begins it before {@code due}. */
    public Task begun() {
        return new Task(enquiry, kind, token, attempts + 1, due, message, erasure, file, text);
    }
}
