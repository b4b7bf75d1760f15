package org.sprechstunde.local.emulator;

import java.net.URI;

/** A server of somebody else's that runs in this JVM until it is closed. */
public record Emulator(URI uri, Stop stop) implements AutoCloseable {

    /** How it is stopped. */
    public interface Stop {
        Object call() throws Exception;
    }

    @Override
    public void close() {
        try {
            stop.call();
        } catch (Exception e) {
            throw new IllegalStateException("could not stop the emulator at " + uri, e);
        }
    }
}
