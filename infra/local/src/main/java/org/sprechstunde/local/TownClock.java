package org.sprechstunde.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The computer's clock, moved forward: weeks of retention pass in a test's second. */
final class TownClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> ahead;

    TownClock() {
        this(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
    }

    private TownClock(Clock base, AtomicReference<Duration> ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    void advance(Duration duration) {
        ahead.updateAndGet(duration::plus);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TownClock(base.withZone(zone), ahead);
    }
}
