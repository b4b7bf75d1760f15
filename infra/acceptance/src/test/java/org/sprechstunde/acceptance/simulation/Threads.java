package org.sprechstunde.acceptance.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;

/** Threads of a function: each an actor of the scheduler, so that chance decides who goes on; they die together. */
final class Threads extends AbstractExecutorService {
    @Override
    public void execute(Runnable command) {
        ((Part<?>) command).begin();
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new Part<>(callable);
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> all, long time, TimeUnit unit) {
        List<Future<T>> parts = new ArrayList<>();
        all.forEach(each -> parts.add(submit(each)));
        parts.forEach(part -> ((Part<T>) part).join());
        return parts;
    }

    private static final class Part<T> extends FutureTask<T> {
        private Runnable wait = () -> {};

        Part(Callable<T> callable) {
            super(callable);
        }

        void begin() {
            wait = StepScheduler.fork(this);
        }

        void join() {
            wait.run();
        }

        @Override
        public T get() throws InterruptedException, ExecutionException {
            join();
            return super.get();
        }

        /** No time passes while calls are simulated, so none of them is too late. */
        @Override
        public T get(long time, TimeUnit unit) throws InterruptedException, ExecutionException {
            return get();
        }
    }

    @Override
    public void shutdown() {
        // There is nothing to end.
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
