package org.sprechstunde.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Works side by side: several lists, several calls within one limit, or one piece of work beside another. */
public final class FanOut {
    /** Not more at once than suits the store. */
    private static final int LANES = 16;

    private final ExecutorService threads;

    public FanOut(ExecutorService threads) {
        this.threads = threads;
    }

    /**
     * What stands for an answer that did not come.
     *
     * @param failed for a call that threw
     * @param late for one that was interrupted at the limit: it may still have been heard
     */
    public record Otherwise<T>(T failed, T late) {}

    /** Works on each list in one thread; returns when all have ended, and throws what one of them threw. */
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

    /** The answers to all {@code calls}, in their order, after {@code limit} at the latest. */
    public <T> List<T> within(Duration limit, Collection<Callable<T>> calls, Otherwise<T> otherwise) {
        List<T> answers = new ArrayList<>();
        try {
            for (Future<T> answer : threads.invokeAll(calls, limit.toMillis(), TimeUnit.MILLISECONDS)) {
                answers.add(
                        switch (answer.state()) {
                            case SUCCESS -> answer.resultNow();
                            case FAILED -> otherwise.failed();
                            case CANCELLED, RUNNING -> otherwise.late();
                        });
            }
            return answers;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The answer to one {@code call}; empty if it threw, or did not come within {@code limit}. */
    public <T> Optional<T> within(Duration limit, Callable<T> call) {
        Future<T> begun = threads.submit(call);
        try {
            return Optional.of(begun.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            begun.cancel(true);
        }
    }

    /** Begins {@code work} beside what the caller does next; asked for its answer, it waits, and is empty if it threw. */
    public <T> Supplier<Optional<T>> begin(Callable<T> work) {
        Future<T> begun = threads.submit(work);
        return () -> {
            try {
                return Optional.of(begun.get());
            } catch (ExecutionException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        };
    }

    private void await(Collection<Callable<Boolean>> lanes) {
        try {
            for (Future<Boolean> lane : threads.invokeAll(lanes)) {
                lane.get();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException broken -> broken;
            case Error fatal -> throw fatal;
            case null, default -> new IllegalStateException("no lane throws this", e);
        };
    }
}
