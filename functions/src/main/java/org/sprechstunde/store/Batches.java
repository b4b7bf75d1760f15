package org.sprechstunde.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;

/** What DynamoDB's batch calls ask of their callers: cut to size, and repeat what was left undone. */
public final class Batches {
    private final Retry retry;

    Batches(Retry retry) {
        this.retry = retry;
    }

    /** Each once: DynamoDB refuses a call that names a key twice. */
    public static <T> List<List<T>> of(Collection<T> all, int size) {
        List<T> list = all.stream().distinct().toList();
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
        boolean done = retry.until(RetryPolicy.UNPROCESSED, all, items -> attempt(call.apply(items)))
                .orElse(false);
        if (!done) {
            throw new IllegalStateException("DynamoDB left items unprocessed");
        }
    }

    private static <T> Retry.Attempt<Map<String, T>, Boolean> attempt(Map<String, T> left) {
        return left.isEmpty() ? Retry.Attempt.done(true) : Retry.Attempt.again(left);
    }
}
