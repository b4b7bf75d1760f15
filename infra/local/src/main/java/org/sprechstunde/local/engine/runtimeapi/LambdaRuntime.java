package org.sprechstunde.local.engine.runtimeapi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
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

/** One function's JVM: started with the first event, replaced when it dies or hangs. */
public final class LambdaRuntime implements AutoCloseable {
    /** What Lambda grants a runtime to come up, apart from the function's own time. */
    private static final Duration START = Duration.ofSeconds(10);

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
            return exchange.outcome().get(limit.toMillis(), TimeUnit.MILLISECONDS);
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
        Thread.ofVirtual().start(() -> listen(started, runtime));
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
        runtime.abandon("Runtime.ExitError");
    }

    private void shutDown() {
        if (process != null) {
            process.destroyForcibly();
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
