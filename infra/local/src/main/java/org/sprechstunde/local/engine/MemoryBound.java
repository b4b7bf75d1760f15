package org.sprechstunde.local.engine;

import java.util.List;

/**
 * Keeps a whole JVM within its function's memory, as Lambda does: not its heap alone, which would let a function pass
 * here that is killed there.
 *
 * <p>The JVM's own limits are shares of sixteenths: 8 for the heap, 3 for classes, 2 for direct buffers, 1 for compiled
 * code. The remaining 2 are for stacks and for what the collector and native libraries take; for those the JVM has no
 * limit, so that the kernel holds the sum: everything private that the process may write to is no more than its memory.
 *
 * @param megabytes the function's memory
 */
record MemoryBound(int megabytes) {
    private static final int SHARES = 16;

    MemoryBound {
        if (megabytes < 128) {
            throw new IllegalArgumentException("Lambda gives a function at least 128 MB, not " + megabytes);
        }
    }

    /** What goes before the command line; the process stays the same one. */
    List<String> shell() {
        return List.of("/bin/sh", "-c", "ulimit -d " + megabytes * 1024L + " && exec \"$0\" \"$@\"");
    }

    List<String> flags() {
        return List.of(
                "-Xmx" + share(8),
                // What the JVM takes for the machine's, and by which it chooses where its heap begins.
                "-XX:MaxRAM=" + megabytes + "m",
                "-XX:MaxMetaspaceSize=" + share(3),
                "-XX:MaxDirectMemorySize=" + share(2),
                "-XX:ReservedCodeCacheSize=" + share(1),
                // Most threads wait for an answer; none of them needs the megabyte that is the default.
                "-Xss512k",
                // What the JVM chooses for itself in so little memory; the others take more beside the heap.
                "-XX:+UseSerialGC",
                // A report would hold the environment.
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash");
    }

    private String share(int sixteenths) {
        return megabytes * 1024L * sixteenths / SHARES + "k";
    }
}
