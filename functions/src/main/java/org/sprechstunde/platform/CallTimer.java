package org.sprechstunde.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Breaks off what takes too long. */
final class CallTimer {
    /** For every client of this JVM; the SDK would give each of them five threads. */
    static final ScheduledExecutorService THREAD = thread();

    /** A part of a call, which ends with an exception when it is broken off. */
    interface Exchange<T> {
        T run() throws IOException;
    }

    private CallTimer() {}

    static <T> T within(Duration limit, Runnable abort, Exchange<T> exchange) throws IOException {
        var end = THREAD.schedule(abort, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange.run();
        } finally {
            end.cancel(false);
        }
    }

    private static ScheduledExecutorService thread() {
        var timer = new ScheduledThreadPoolExecutor(1, CallTimer::daemon);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Outlives the function that happens to start it, so it inherits nothing. */
    private static Thread daemon(Runnable work) {
        var thread = new Thread(null, work, "timer of calls", 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
