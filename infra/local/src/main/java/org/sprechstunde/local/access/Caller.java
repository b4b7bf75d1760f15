package org.sprechstunde.local.access;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Which function a thread, and those that it starts, works for; none for tests and for the runner itself. */
public record Caller(String function, Set<Grant> grants) {
    private static final InheritableThreadLocal<@Nullable Caller> CURRENT = new InheritableThreadLocal<>();

    /** Runs {@code work} as this function. */
    public <T> T call(Callable<T> work) throws Exception {
        Caller before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            CURRENT.set(before);
        }
    }

    /** Whom this thread works for. */
    public static Optional<Caller> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}
