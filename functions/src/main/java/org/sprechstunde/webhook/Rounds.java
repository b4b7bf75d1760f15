package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;

/** Tries again what another writer was faster at: read, write on condition that nothing has changed, or read again. */
final class Rounds {
    private static final int ROUNDS = 20;
    private static final Duration WAIT = Duration.ofMillis(20);

    private final Pause pause;
    private final SecureRandom random;

    Rounds(Platform platform) {
        this.pause = platform.pause();
        this.random = platform.random();
    }

    /** Whether {@code attempt} succeeded at last. */
    boolean untilDone(BooleanSupplier attempt) {
        boolean done = until(() -> attempt.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
        if (!done) {
            Log.event(Event.MESSAGE_NOT_STORED, Detail.attempt(ROUNDS));
        }
        return done;
    }

    /** What {@code attempt} came to at last; empty if others were always faster. */
    <T> Optional<T> until(Supplier<Optional<T>> attempt) {
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
