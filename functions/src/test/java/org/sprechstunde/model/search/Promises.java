package org.sprechstunde.model.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What must hold in every world, and what besides when the dust has settled; each has a name. */
public final class Promises<W> {
    private final Map<String, Predicate<W>> always = new LinkedHashMap<>();
    private final Map<String, Predicate<W>> atRest = new LinkedHashMap<>();

    public Promises<W> always(String name, Predicate<W> holds) {
        always.put(name, holds);
        return this;
    }

    public Promises<W> atRest(String name, Predicate<W> holds) {
        atRest.put(name, holds);
        return this;
    }

    /** The first promise that is broken. */
    Optional<String> broken(W world, boolean rests) {
        return broken(world, always).or(() -> rests ? broken(world, atRest) : Optional.empty());
    }

    private static <W> Optional<String> broken(W world, Map<String, Predicate<W>> promises) {
        for (Map.Entry<String, Predicate<W>> promise : promises.entrySet()) {
            if (!promise.getValue().test(world)) {
                return Optional.of(promise.getKey());
            }
        }
        return Optional.empty();
    }
}
