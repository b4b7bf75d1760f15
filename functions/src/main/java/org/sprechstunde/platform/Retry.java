package org.sprechstunde.platform;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tries again what may pass in a moment, as often and after such waits as a {@link RetryPolicy} says. What it has come to
 * is in each result, so that nobody takes having given up for having done it.
 */
public final class Retry {
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final Pause pause;
    private final SecureRandom random;
    private final Supplier<Duration> left;

    public Retry(Platform platform) {
        this(platform.pause(), platform.random(), () -> FOREVER);
    }

    Retry(Pause pause, SecureRandom random, Supplier<Duration> left) {
        this.pause = pause;
        this.random = random;
        this.left = left;
    }

    /**
     * The same, but it waits only as long as the function lives to hear the answer.
     *
     * @param timeLeft how long the function may still take
     */
    public Retry within(Supplier<Duration> timeLeft) {
        return new Retry(pause, random, timeLeft);
    }

    /** What one try came to: its result, or what the next one begins with. */
    public sealed interface Attempt<S, T> {
        static <S, T> Attempt<S, T> done(T result) {
            return new Done<>(result);
        }

        static <S, T> Attempt<S, T> again(S from) {
            return new Again<>(from);
        }
    }

    private record Done<S, T>(T result) implements Attempt<S, T> {}

    private record Again<S, T>(S from) implements Attempt<S, T> {}

    /** Others were always faster: nothing was written, and the caller's work is not done. */
    public static final class TooManyWriters extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        public TooManyWriters() {
            super("too many writers on one item");
        }
    }

    /** The first answer that is not worth another try, or else the last. */
    public <T> T ask(RetryPolicy policy, Supplier<T> question, Predicate<T> isWorthAnotherTry) {
        return ask(policy, question, isWorthAnotherTry, _ -> Duration.ZERO);
    }

    /** The same with waits that are no shorter than the one who is asked wants them to be. */
    public <T> T ask(
            RetryPolicy policy, Supplier<T> question, Predicate<T> isWorthAnotherTry, Function<T, Duration> patience) {
        T answer = question.get();
        for (int tried = 1;
                isWorthAnotherTry.test(answer) && hasWaited(policy, tried, patience.apply(answer));
                tried++) {
            answer = question.get();
        }
        return answer;
    }

    /** What {@code attempt} came to at last; empty if it never came to anything. */
    public <T> Optional<T> until(RetryPolicy policy, Supplier<Optional<T>> attempt) {
        return ask(policy, attempt, Optional::isEmpty);
    }

    /** The same where each try begins with what the one before it has found or left. */
    public <S, T> Optional<T> until(RetryPolicy policy, S first, Function<S, Attempt<S, T>> attempt) {
        Attempt<S, T> last = attempt.apply(first);
        for (int tried = 1; last instanceof Again<S, T>(S from) && hasWaited(policy, tried, Duration.ZERO); tried++) {
            last = attempt.apply(from);
        }
        return last instanceof Done<S, T>(T result) ? Optional.of(result) : Optional.empty();
    }

    /** What {@code attempt} came to at last, where a message of WhatsApp's is taken in; empty if others were always faster. */
    public <T> Optional<T> until(Supplier<Optional<T>> attempt) {
        return until(RetryPolicy.INTAKE, attempt);
    }

    /** Whether {@code attempt}, which takes in a message of WhatsApp's, succeeded at last. */
    public boolean untilDone(BooleanSupplier attempt) {
        boolean done = ask(RetryPolicy.INTAKE, attempt::getAsBoolean, tried -> !tried);
        if (!done) {
            Log.event(LogEvent.MESSAGE_NOT_STORED, LogField.attempt(RetryPolicy.INTAKE.tries()));
        }
        return done;
    }

    /** Waits before the next try; false if there is none any more. */
    private boolean hasWaited(RetryPolicy policy, int tried, Duration least) {
        if (tried == policy.tries()) {
            return false;
        }
        Duration wanted = policy.waitAfter(tried).plus(jitter(policy));
        Duration wait = wanted.compareTo(least) < 0 ? least : wanted;
        if (left.get().compareTo(wait.plus(policy.answer())) < 0) {
            return false;
        }
        pause.of(wait);
        return true;
    }

    private Duration jitter(RetryPolicy policy) {
        long most = policy.jitter().toMillis();
        return Duration.ofMillis(most == 0 ? 0 : random.nextLong(most));
    }
}
