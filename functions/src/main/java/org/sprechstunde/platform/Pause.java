package org.sprechstunde.platform;

import java.time.Duration;

/** Waits before another try. */
@FunctionalInterface
public interface Pause {
    void of(Duration duration);

    /** The wait of a real function: it sleeps. */
    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
