package org.sprechstunde.platform;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Works on several lists side by side, on each of them in one thread; not on more at once than suits the store. */
public final class FanOut {
    private static final int LANES = 16;

    private final ExecutorService threads;

    public FanOut(ExecutorService threads) {
        this.threads = threads;
    }

    /** Returns when {@code work} has ended for every list; throws what one of them threw. */
    public <T> void run(Collection<List<T>> lists, Consumer<List<T>> work) {
        if (lists.size() <= 1) {
            lists.forEach(work);
            return;
        }
        Queue<List<T>> waiting = new ConcurrentLinkedQueue<>(lists);
        Callable<Boolean> lane = () -> {
            for (List<T> list = waiting.poll(); list != null; list = waiting.poll()) {
                work.accept(list);
            }
            return true;
        };
        await(Collections.nCopies(Math.min(LANES, lists.size()), lane));
    }

    private void await(Collection<Callable<Boolean>> lanes) {
        try {
            for (Future<Boolean> lane : threads.invokeAll(lanes)) {
                lane.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException broken -> broken;
            case Error fatal -> throw fatal;
            case null, default -> new IllegalStateException("no lane throws this", e);
        };
    }
}
