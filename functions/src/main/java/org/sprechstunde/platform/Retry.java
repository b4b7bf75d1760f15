package org.sprechstunde.platform;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tries again what another writer was faster at: read, write on condition that nothing has changed, or read again. */
public final class Retry {
    private static final int ROUNDS = 20;
    private static final Duration WAIT = Duration.ofMillis(20);

    private final Pause pause;
    private final SecureRandom random;

    public Retry(Platform platform) {
        this.pause = platform.pause();
        this.random = platform.random();
    }

    /** Whether {@code attempt} succeeded at last. */
    public boolean untilDone(BooleanSupplier attempt) {
        boolean done = until(() -> attempt.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
        if (!done) {
            Log.event(LogEvent.MESSAGE_NOT_STORED, LogField.attempt(ROUNDS));
        }
        return done;
    }

    /** What {@code attempt} came to at last; empty if others were always faster. */
    public <T> Optional<T> until(Supplier<Optional<T>> attempt) {
        for (int round = 1; round <= ROUNDS; round++) {
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result;
            }
            pause.of(WAIT.multipliedBy(round).plusMillis(random.nextLong(WAIT.toMillis())));
        }
        return Optional.empty();
    }
}
