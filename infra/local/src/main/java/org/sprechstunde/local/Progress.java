package org.sprechstunde.local;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Says what has been started, where, and how long it took. */
record Progress(Consumer<String> listener) {
    private static final double NANOS_PER_SECOND = 1e9;

    <T> T timed(String name, URI uri, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        say(String.format(Locale.ROOT, "%-26s %-36s ready in %.1f s", name, uri, seconds));
        return result;
    }

    void elsewhere(String name, URI uri) {
        say(String.format(Locale.ROOT, "%-26s %-36s not started: it is elsewhere", name, uri));
    }

    void say(String line) {
        listener.accept(line);
    }
}
