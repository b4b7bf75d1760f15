package org.sprechstunde.enquiry;

import java.time.Duration;
import java.time.Instant;
import org.sprechstunde.platform.Settings;

/**
 * How long an enquiry is kept if nobody resolves it.
 *
 * @param idle after its last message
 * @param maximum after it was opened, whatever happens
 */
public record RetentionPolicy(Duration idle, Duration maximum) {

    public RetentionPolicy {
        if (idle.isNegative() || idle.isZero() || maximum.compareTo(idle) < 0) {
            throw new IllegalArgumentException("retention: 0 < idle <= maximum");
        }
    }

    public static RetentionPolicy of(Settings settings) {
        return new RetentionPolicy(settings.idleRetention(), settings.maximumRetention());
    }

    /** When an enquiry is deleted by itself; moves with each message, never past {@link #latest}. */
    public Instant expiry(Instant opened, Instant lastMessage) {
        Instant byIdleness = lastMessage.plus(idle);
        Instant latest = latest(opened);
        return byIdleness.isBefore(latest) ? byIdleness : latest;
    }

    /** The last instant that anything of an enquiry may exist. */
    public Instant latest(Instant opened) {
        return opened.plus(maximum);
    }
}
