package org.sprechstunde.local.engine;

import java.time.Duration;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.local.access.Caller;
import org.sprechstunde.local.engine.Engine.Outcome;
import org.sprechstunde.local.output.FunctionLog;
import org.sprechstunde.local.output.RoutedOutput;
import org.sprechstunde.local.template.FunctionSpec;

/** The instances of one function: each takes one event at a time, and is thrown away if it hangs. */
final class Instances implements AutoCloseable {
    /** More would only queue up behind the processors of one computer. */
    private static final int AT_ONCE = 8;
    /** What Lambda grants an instance to come up, apart from the function's own time. */
    private static final Duration START = Duration.ofSeconds(10);

    private final FunctionSpec function;
    private final FunctionLog log;
    private final Caller caller;
    private final Callable<Handler> factory;
    private final Deque<Handler> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Instances(FunctionSpec function, FunctionLog log, Caller caller, Callable<Handler> factory) {
        this.function = function;
        this.log = log;
        this.caller = caller;
        this.factory = factory;
        this.places = new Semaphore(Math.min(AT_ONCE, function.concurrency()), true);
    }

    Outcome invoke(byte[] event) {
        places.acquireUninterruptibly();
        try {
            return run(idle.pollFirst(), event);
        } finally {
            places.release();
        }
    }

    private Outcome run(@Nullable Handler warm, byte[] event) {
        try {
            Handler handler = warm == null ? await(factory, START) : warm;
            byte[] answer = await(() -> call(handler, event), function.timeout());
            return new Outcome.Answered(answer);
        } catch (TimeoutException _) {
            log("timed out after " + function.timeout().toSeconds() + " s");
            return new Outcome.TimedOut();
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        }
    }

    private <T> T await(Callable<T> work, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Future<T> future = threads.submit(() -> RoutedOutput.listening(this::log, work));
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            future.cancel(true);
        }
    }

    private byte[] call(Handler handler, byte[] event) throws Exception {
        long deadline = System.nanoTime() + function.timeout().toNanos();
        try {
            var invocation = new Invocation(function, UUID.randomUUID().toString(), deadline);
            // Only now: what the SDK calls to warm up, while a handler is made, never leaves this JVM.
            return caller.call(() -> handler.call(event, invocation));
        } finally {
            if (!Thread.currentThread().isInterrupted()) {
                idle.addFirst(handler);
            }
        }
    }

    /** Logs the exception's class and where it came from, never its message: that may hold anything. */
    private Outcome failed(Throwable exception) {
        String name = exception.getClass().getName();
        StackTraceElement[] trace = exception.getStackTrace();
        log("failed with " + name + (trace.length == 0 ? "" : " at " + trace[0]));
        return new Outcome.Failed(name);
    }

    private void log(String line) {
        log.add(function.logicalId(), line);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
