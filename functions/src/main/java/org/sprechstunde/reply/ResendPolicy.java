package org.sprechstunde.reply;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.sprechstunde.platform.Pause;

/**
 * Asks WhatsApp again where it said that the same may pass in a moment: after 1, 4 and 16 seconds, as it wishes where
 * one citizen gets too many messages, and only as long as the function lives to hear the answer.
 *
 * @param left how long the function may still take
 */
record ResendPolicy(Pause pause, Supplier<Duration> left) {
    private static final int WAITS = 3;

    /** In which WhatsApp usually answers and the answer is written down. Without that, the answer shows as unknown. */
    private static final Duration ENOUGH = Duration.ofSeconds(4);

    <T> T ask(Supplier<T> question, Predicate<T> isWorthAnotherTry) {
        T answer = question.get();
        Duration wait = Duration.ofSeconds(1);
        for (int waited = 0; waited < WAITS && isWorthAnotherTry.test(answer) && isTimeFor(wait); waited++) {
            pause.of(wait);
            answer = question.get();
            wait = wait.multipliedBy(4);
        }
        return answer;
    }

    private boolean isTimeFor(Duration wait) {
        return left.get().compareTo(wait.plus(ENOUGH)) >= 0;
    }
}
