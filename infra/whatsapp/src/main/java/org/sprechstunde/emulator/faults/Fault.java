package org.sprechstunde.emulator.faults;

import java.time.Duration;

/**
 * One rule of misbehaviour.
 *
 * @param times how often it still strikes; {@link #FOREVER} for always
 * @param duration how long {@code delay}, {@code slow} and {@code reorder} take
 * @param code Meta's error code that {@code failed} reports
 */
public record Fault(FaultPoint where, FaultKind what, int times, Duration duration, int code) {
    public static final int FOREVER = Integer.MAX_VALUE;
    private static final Duration SOME_TIME = Duration.ofSeconds(1);
    private static final int UNDELIVERABLE = 131026;

    public Fault {
        if (!what.appliesTo(where)) {
            throw new IllegalArgumentException(what.word() + " makes no sense at " + where.word());
        }
        if (times < 0 || duration.isNegative()) {
            throw new IllegalArgumentException("times and millis are not negative");
        }
    }

    public static Fault once(FaultPoint where, FaultKind what) {
        return new Fault(where, what, 1, SOME_TIME, UNDELIVERABLE);
    }

    public static Fault forever(FaultPoint where, FaultKind what) {
        return once(where, what).times(FOREVER);
    }

    public Fault times(int newTimes) {
        return new Fault(where, what, newTimes, duration, code);
    }

    public Fault lasting(Duration newWait) {
        return new Fault(where, what, times, newWait, code);
    }

    public Fault withCode(int newCode) {
        return new Fault(where, what, times, duration, newCode);
    }

    Fault struck() {
        return times == FOREVER ? this : times(times - 1);
    }
}
