package org.sprechstunde.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The outside world of one function. Time, waiting, randomness, threads and calls come in here, so that
 * nothing behind it asks the machine and a simulation can decide all of them; clients are built by
 * whoever needs them, because an unused one costs a cold start.
 */
public record Platform(
        Settings settings, Clock clock, Pause pause, SecureRandom random, ExecutorService threads, AwsClients aws)
        implements AutoCloseable {

    /** Builds the platform from {@code environment}, usually {@link System#getenv()}. */
    public static Platform of(Map<String, String> environment, Clock clock) {
        Settings settings = Settings.of(environment);
        // The table keeps milliseconds: what is answered now must not differ from what is read later.
        Clock millis = Clock.tick(clock, Duration.ofMillis(1));
        return new Platform(
                settings,
                millis,
                Pause::sleep,
                new SecureRandom(),
                Executors.newVirtualThreadPerTaskExecutor(),
                new AwsClients(settings.aws()));
    }

    /** The platform as Lambda provides it. */
    public static Platform lambda() {
        return of(System.getenv(), Clock.systemUTC());
    }

    public Secrets secrets() {
        return new Secrets(new SignedCalls(this), settings.secret(), clock);
    }

    /** For a JVM that outlives its functions; Lambda ends them together. */
    @Override
    public void close() {
        threads.shutdownNow();
        // Whoever asks the native client for a connection after its end takes the whole JVM down.
        threads.close();
        aws.close();
    }
}
