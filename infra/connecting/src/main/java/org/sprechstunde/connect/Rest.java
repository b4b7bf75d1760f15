package org.sprechstunde.connect;

import java.time.Duration;

/** The time between two looks at something that others do. */
final class Rest {
    private Rest() {}

    /** False if somebody wants us to stop. */
    static boolean take(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
