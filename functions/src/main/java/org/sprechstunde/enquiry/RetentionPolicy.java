package org.sprechstunde.enquiry;

import java.time.Duration;
import java.time.Instant;
import org.sprechstunde.platform.Settings;

/**
 * How long an enquiry is kept if nobody resolves it. It goes by the limits under which it was opened, whatever the town
 * sets later: its citizen was told a date.
 *
 * @param idle after its last message
 * @param maximum after it was opened, whatever happens
 */
public record RetentionPolicy(Duration idle, Duration maximum) {
    private static final Duration WEEK = Duration.ofDays(7);

    public RetentionPolicy {
        if (idle.isNegative() || idle.isZero() || maximum.compareTo(idle) < 0) {
            throw new IllegalArgumentException("retention: 0 < idle <= maximum");
        }
    }

    public static RetentionPolicy of(Settings settings) {
        return new RetentionPolicy(settings.idleRetention(), settings.maximumRetention());
    }

    /** Whether an enquiry opened at {@code opened} still lives long enough for what comes at {@code arrival} to be read. */
    public boolean takes(Instant opened, Instant arrival) {
        Duration tenth = maximum.dividedBy(10);
        Duration enough = tenth.compareTo(WEEK) < 0 ? tenth : WEEK;
        return !arrival.plus(enough).isAfter(latest(opened));
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
