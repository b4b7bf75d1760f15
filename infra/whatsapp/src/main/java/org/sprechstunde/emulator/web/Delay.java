package org.sprechstunde.emulator.web;

import java.time.Duration;

/** Waiting, as an emulator does when it is told to be slow. */
public final class Delay {

    /** The emulator is closing; whoever waits gives up. */
    public static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException cause) {
            super("the emulator is closing", cause);
        }
    }

    private Delay() {}

    public static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted(e);
        }
    }
}
