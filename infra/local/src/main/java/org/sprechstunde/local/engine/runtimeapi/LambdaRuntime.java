package org.sprechstunde.local.engine.runtimeapi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.local.engine.Engine.Outcome;
import org.sprechstunde.local.template.FunctionSpec;

/** One function's JVM: started with the first event, replaced when it dies, hangs or has no memory left. */
public final class LambdaRuntime implements AutoCloseable {
    /** What Lambda grants a runtime to come up, apart from the function's own time. */
    private static final Duration START = Duration.ofSeconds(10);

    private static final String EXITED = "Runtime.ExitError";
    /** After these there is no JVM, or none that can be used: what has filled its memory is still there. */
    private static final Set<String> FATAL = Set.of(EXITED, OutOfMemoryError.class.getName());

    private final FunctionSpec function;
    private final ProcessBuilder command;
    private final Consumer<String> output;
    /** An instance takes one event at a time. */
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    private @Nullable RuntimeApi api;
    private @Nullable Process process;

    public LambdaRuntime(FunctionSpec function, ProcessBuilder command, Consumer<String> output) {
        this.function = function;
        this.command = command;
        this.output = output;
    }

    public Outcome invoke(byte[] event) {
        oneAtATime.lock();
        try {
            boolean cold = process == null || !process.isAlive();
            RuntimeApi runtime = cold ? boot() : current();
            return run(runtime, event, cold ? function.timeout().plus(START) : function.timeout());
        } catch (IOException e) {
            output.accept("its JVM did not start: " + e.getMessage());
            return new Outcome.Failed(e.getClass().getName());
        } finally {
            oneAtATime.unlock();
        }
    }

    private Outcome run(RuntimeApi runtime, byte[] event, Duration limit) {
        var exchange =
                new Exchange(UUID.randomUUID().toString(), event, Instant.now().plus(limit), new CompletableFuture<>());
        runtime.offer(exchange);
        try {
            Outcome outcome = exchange.outcome().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (outcome instanceof Outcome.Failed(String type) && FATAL.contains(type)) {
                shutDown();
            }
            return outcome;
        } catch (TimeoutException _) {
            shutDown();
            return new Outcome.TimedOut();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(e.getClass().getName());
        }
    }

    private RuntimeApi boot() throws IOException {
        shutDown();
        RuntimeApi runtime = RuntimeApi.start(function.arn());
        api = runtime;
        command.environment().put("AWS_LAMBDA_RUNTIME_API", runtime.address());
        Process started = command.start();
        process = started;
        // Not a virtual one: it would hold its carrier for as long as the child says nothing.
        Thread.ofPlatform().daemon().name("output of " + function.logicalId()).start(() -> listen(started, runtime));
        return runtime;
    }

    private RuntimeApi current() {
        if (api == null) {
            throw new IllegalStateException("the JVM of " + function.logicalId() + " is not running");
        }
        return api;
    }

    private void listen(Process started, RuntimeApi runtime) {
        try (BufferedReader lines = started.inputReader()) {
            lines.lines().forEach(output);
        } catch (IOException | UncheckedIOException _) {
            // The JVM was stopped in the middle of a line.
        }
        runtime.abandon(EXITED);
    }

    private void shutDown() {
        Process last = process;
        // Forgotten at once: for a moment a process that was killed is still alive.
        process = null;
        if (last != null) {
            last.destroyForcibly();
        }
        if (api != null) {
            api.close();
        }
    }

    /** Does not wait for its turn: whoever still waits for an answer gets a failure. */
    @Override
    public void close() {
        shutDown();
    }
}
