package org.sprechstunde.enquiry;

import java.time.Duration;
import java.time.Instant;
import org.sprechstunde.platform.RandomId;

/**
 * An object that must not be, though an upload under way may still bring it.
 *
 * @param until by then every such upload has ended
 */
public record LateFile(RandomId object, Instant until) {
    /** Longer than the longest life of a function that may still be uploading. */
    public static final Duration UPLOADS_END = Duration.ofMinutes(20);

    public static LateFile unwantedSince(Instant now, RandomId object) {
        return new LateFile(object, now.plus(UPLOADS_END));
    }
}
