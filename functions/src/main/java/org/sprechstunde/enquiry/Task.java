package org.sprechstunde.enquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.sprechstunde.platform.RandomId;

/** A piece of work that outlives one invocation, stored in the transaction that makes it necessary. Ids, times and counts, never content. */
public sealed interface Task {
    /** The stream begins a task within a second; the sweep takes it only if that has failed. */
    Duration STREAM_FIRST = Duration.ofMinutes(2);

    /** Bring the file of {@code message} from WhatsApp into the bucket. */
    record FetchMedia(Header header, MessageId message) implements Task {
        @Override
        public Kind kind() {
            return Kind.FETCH_MEDIA;
        }
    }

    /** Tell the citizen what this is and where the privacy notice stands. */
    record Greet(Header header) implements Task {
        @Override
        public Kind kind() {
            return Kind.GREET;
        }
    }

    /** Tell the citizen what a message of theirs gives cause to. */
    record Tell(Header header, AutoReply text) implements Task {
        @Override
        public Kind kind() {
            return Kind.TELL;
        }
    }

    /** Delete, twice, the file of a message that the citizen has taken back, or an upload that no answer has named. */
    record ForgetFile(Header header, LateFile file) implements Task {
        @Override
        public Kind kind() {
            return Kind.FORGET_FILE;
        }
    }

    /** Erase all that an unreadable enquiry has left, twice, and remember {@code erasure} for the receipt. */
    record Forget(Header header, ErasureRecord erasure) implements Task {
        @Override
        public Kind kind() {
            return Kind.FORGET;
        }

        /** This task as begun by the one who stores it, so that nobody else begins it before it is due. */
        public Forget begun() {
            return new Forget(header.begun(), erasure);
        }
    }

    /**
     * What every task has.
     *
     * @param attempts how often it was begun
     * @param due when the sweep may begin it, unless the stream has done so before
     */
    record Header(RandomId enquiry, RandomId token, int attempts, Instant due) {
        private static Header fresh(RandomId enquiry, Instant due, RandomGenerator random) {
            return new Header(enquiry, RandomId.next(random), 0, due);
        }

        private Header begun() {
            return new Header(enquiry, token, attempts + 1, due);
        }
    }

    /**
     * An object that must not be, though an upload under way may still bring it.
     *
     * @param until by then every such upload has ended
     */
    record LateFile(RandomId object, Instant until) {
        /** Longer than the longest life of a function that may still be uploading. */
        public static final Duration UPLOADS_END = Duration.ofMinutes(20);

        public static LateFile unwantedSince(Instant now, RandomId object) {
            return new LateFile(object, now.plus(UPLOADS_END));
        }
    }

    /** What a key and a log line call a task. */
    enum Kind {
        FETCH_MEDIA("fetch-media"),
        GREET("greet"),
        TELL("tell"),
        FORGET_FILE("forget-file"),
        FORGET("forget");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in a task's key. */
        public String word() {
            return word;
        }

        /** The kind with this word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    static FetchMedia fetchMedia(RandomId enquiry, MessageId message, Instant due, RandomGenerator random) {
        return new FetchMedia(Header.fresh(enquiry, due, random), message);
    }

    static Greet greet(RandomId enquiry, Instant due, RandomGenerator random) {
        return new Greet(Header.fresh(enquiry, due, random));
    }

    static Tell tell(RandomId enquiry, AutoReply text, Instant due, RandomGenerator random) {
        return new Tell(Header.fresh(enquiry, due, random), text);
    }

    static ForgetFile forgetFile(RandomId enquiry, LateFile file, Instant due, RandomGenerator random) {
        return new ForgetFile(Header.fresh(enquiry, due, random), file);
    }

    /**
     * Forgets an upload unless an answer has named it by {@code due}; found by its object. It counts as begun, so that
     * the stream leaves it alone until then.
     */
    static ForgetFile forgetUpload(RandomId enquiry, RandomId object, Instant due) {
        var header = new Header(enquiry, object, 0, due).begun();
        return new ForgetFile(header, LateFile.unwantedSince(due, object));
    }

    static Forget forget(RandomId enquiry, ErasureRecord erasure, Instant due, RandomGenerator random) {
        return new Forget(Header.fresh(enquiry, due, random), erasure);
    }

    Header header();

    Kind kind();

    default RandomId enquiry() {
        return header().enquiry();
    }

    default RandomId token() {
        return header().token();
    }

    default int attempts() {
        return header().attempts();
    }

    default Instant due() {
        return header().due();
    }
}
