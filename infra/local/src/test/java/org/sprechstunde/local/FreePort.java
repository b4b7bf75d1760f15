package org.sprechstunde.local;

/** A free port of this computer, which no town that starts meanwhile takes: it is held as long as these tests run. */
public final class FreePort {
    private static final FreePorts HELD = new FreePorts();

    private FreePort() {}

    public static synchronized int find() {
        return HELD.take();
    }
}
