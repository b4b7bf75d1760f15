package org.sprechstunde.acceptance.delivery;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.sprechstunde.acceptance.wire.Interceptor;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The one HTTP client of the functions. One call of the store in ten fails, before or after it took effect, and two
 * functions in a hundred die at a call: from then on nothing that they do reaches anybody.
 */
final class Mishaps extends Interceptor {
    /** Of hundred. */
    record Odds(int callsFailing, int functionsDying) {}

    static final Odds NONE = new Odds(0, 0);
    static final Odds BAD = new Odds(10, 2);

    private static final int LATEST_CALL_TO_DIE_AT = 6;

    private final SdkHttpClient store;
    private final Odds odds;
    /** A function's own threads share its fate. */
    private final InheritableThreadLocal<Fate> fates;

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong deaths = new AtomicLong();

    /** What the function that runs in this thread will meet. */
    private static final class Fate {
        private final Random random;
        private final AtomicInteger callsToLive = new AtomicInteger();
        private volatile boolean dying;

        Fate(Random random) {
            this.random = random;
        }
    }

    /** Passes on to {@code store} what is not lost. */
    Mishaps(SdkHttpClient store, Odds odds, long seed) {
        this.odds = odds;
        this.store = store;
        var threads = new AtomicLong();
        this.fates = new InheritableThreadLocal<>() {
            @Override
            protected Fate initialValue() {
                return new Fate(new Random(seed + threads.incrementAndGet()));
            }
        };
    }

    /** A function begins in this thread; some will not see the end. */
    void begin() {
        Fate fate = fates.get();
        fate.dying = fate.random.nextInt(100) < odds.functionsDying();
        fate.callsToLive.set(fate.random.nextInt(LATEST_CALL_TO_DIE_AT));
    }

    /** Whether the function in this thread has died, at the latest now, so that nobody hears its answer. */
    boolean isDead() {
        Fate fate = fates.get();
        if (fate.dying && fate.callsToLive.getAndSet(-1) >= 0) {
            deaths.incrementAndGet();
        }
        return fate.dying;
    }

    long calls() {
        return calls.get();
    }

    long failures() {
        return failures.get();
    }

    long deaths() {
        return deaths.get();
    }

    @Override
    protected HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        calls.incrementAndGet();
        Fate fate = fates.get();
        if (fate.dying) {
            int left = fate.callsToLive.decrementAndGet();
            if (left < 0) {
                return die(left, request);
            }
        }
        if (fate.random.nextInt(100) >= odds.callsFailing()) {
            return store.prepareRequest(request).call();
        }
        failures.incrementAndGet();
        if (fate.random.nextBoolean()) {
            store.prepareRequest(request).call();
        }
        throw new IOException("the connection broke");
    }

    /** The call at which it dies may still take effect; those after it do not. */
    private HttpExecuteResponse die(int left, HttpExecuteRequest request) throws IOException {
        if (left == -1) {
            deaths.incrementAndGet();
            if (fates.get().random.nextBoolean()) {
                store.prepareRequest(request).call();
            }
        }
        throw new Died();
    }

    /** No exception, as nobody may catch it and go on. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        Died() {
            super("the function died here", null, false, false);
        }
    }
}
