package org.sprechstunde.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The outside world of one function. Time and randomness come in here, so that nothing behind it
 * asks the machine; clients are built by whoever needs them, because an unused one costs a cold start.
 */
public record Platform(Settings settings, Clock clock, SecureRandom random, Aws aws) {

    /** Builds the platform from {@code environment}, usually {@link System#getenv()}. */
    public static Platform of(Map<String, String> environment, Clock clock) {
        Settings settings = Settings.of(environment);
        // The table keeps milliseconds: what is answered now must not differ from what is read later.
        Clock millis = Clock.tick(clock, Duration.ofMillis(1));
        return new Platform(settings, millis, new SecureRandom(), new Aws(settings.aws()));
    }

    /** The platform as Lambda provides it. */
    public static Platform lambda() {
        return of(System.getenv(), Clock.systemUTC());
    }

    public Secrets secrets() {
        return new Secrets(aws.secrets(), settings.secret(), clock);
    }
}
