package org.sprechstunde.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** Everything that has been started, to be stopped in reverse order whatever happens meanwhile. */
final class Running implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        synchronized (parts) {
            parts.push(part);
        }
        return part;
    }

    @Override
    public void close() {
        while (true) {
            AutoCloseable part;
            synchronized (parts) {
                part = parts.poll();
            }
            if (part == null) {
                return;
            }
            closeQuietly(part);
        }
    }

    /** One part that does not stop must not keep the others running. */
    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("Could not stop " + part.getClass().getSimpleName() + ": " + e);
        }
    }
}
