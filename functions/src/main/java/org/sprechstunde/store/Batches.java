package org.sprechstunde.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sprechstunde.platform.Pause;

/** What DynamoDB's batch calls ask of their callers: cut to size, and repeat what was left undone. */
public final class Batches {
    private static final int ROUNDS = 8;
    private static final Duration FIRST_WAIT = Duration.ofMillis(25);

    private final Pause pause;

    Batches(Pause pause) {
        this.pause = pause;
    }

    public static <T> List<List<T>> of(Collection<T> all, int size) {
        List<T> list = List.copyOf(all);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            parts.add(list.subList(from, Math.min(from + size, list.size())));
        }
        return parts;
    }

    /**
     * Calls {@code call} with what is left, waiting longer each time, until nothing is.
     *
     * @throws IllegalStateException if something is left at last: the caller's work is not done
     */
    <T> void untilDone(Map<String, T> all, UnaryOperator<Map<String, T>> call) {
        Map<String, T> left = call.apply(all);
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == ROUNDS) {
                throw new IllegalStateException("DynamoDB left items unprocessed");
            }
            pause.of(FIRST_WAIT.multipliedBy(1L << round));
            left = call.apply(left);
        }
    }
}
