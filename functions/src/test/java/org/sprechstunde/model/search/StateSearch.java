package org.sprechstunde.model.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Visits every world that can be reached, nearest first, and stops at the first broken promise. */
public final class StateSearch<W> {
    private final List<Actor<W>> actors;
    private final Promises<W> promises;
    private final Map<W, Place<W>> places = new HashMap<>();
    private final Deque<Place<W>> open = new ArrayDeque<>();

    private StateSearch(List<Actor<W>> actors, Promises<W> promises) {
        this.actors = List.copyOf(actors);
        this.promises = promises;
    }

    /** How many worlds there are, and the first broken promise. */
    public record Result(int worlds, Optional<Violation> violation) {}

    /** A broken promise and the shortest way to it. */
    public record Violation(String promise, List<String> trace) {
        @Override
        public String toString() {
            return "broken: " + promise + "\n  " + String.join("\n  ", trace);
        }
    }

    /** A world, how it was reached first, and what comes next if nothing happens but what is bound to. */
    private static final class Place<W> {
        private final W world;
        private final Optional<Place<W>> before;
        private Optional<Place<W>> bound = Optional.empty();
        private boolean settles;

        Place(W world, Optional<Place<W>> before) {
            this.world = world;
            this.before = before;
        }
    }

    /** Begins at {@code first}; the search is over at the first broken promise. */
    public static <W> Result of(W first, List<Actor<W>> actors, Promises<W> promises) {
        StateSearch<W> search = new StateSearch<>(actors, promises);
        search.reach(first, Optional.empty());
        Optional<Violation> violation = search.run();
        return new Result(search.places.size(), violation);
    }

    private Optional<Violation> run() {
        while (!open.isEmpty()) {
            Place<W> place = open.remove();
            for (Steps.Step<W> step : steps(place.world)) {
                Place<W> next = reach(step.after(), Optional.of(place));
                if (step.certain() && place.bound.isEmpty()) {
                    place.bound = Optional.of(next);
                }
            }
            Optional<String> broken = promises.broken(place.world, place.bound.isEmpty());
            if (broken.isPresent()) {
                return broken.map(promise -> new Violation(promise, trace(place)));
            }
        }
        return restless().map(place -> new Violation("the dust settles", trace(place)));
    }

    private List<Steps.Step<W>> steps(W world) {
        Steps<W> steps = new Steps<>(world);
        actors.forEach(actor -> actor.steps(world, steps));
        return steps.all();
    }

    private Place<W> reach(W world, Optional<Place<W>> before) {
        return places.computeIfAbsent(world, fresh -> {
            Place<W> place = new Place<>(fresh, before);
            open.add(place);
            return place;
        });
    }

    /** A place from which what is bound to happen never comes to an end. */
    private Optional<Place<W>> restless() {
        for (Place<W> from : places.values()) {
            List<Place<W>> way = new ArrayList<>();
            for (Optional<Place<W>> at = Optional.of(from); at.isPresent() && !at.get().settles; at = at.get().bound) {
                way.add(at.get());
                if (way.size() > places.size()) {
                    return Optional.of(from);
                }
            }
            way.forEach(place -> place.settles = true);
        }
        return Optional.empty();
    }

    private List<String> trace(Place<W> last) {
        List<String> trace = new ArrayList<>();
        for (Place<W> at = last; at.before.isPresent(); at = at.before.get()) {
            W reached = at.world;
            steps(at.before.get().world).stream()
                    .filter(step -> step.after().equals(reached))
                    .findFirst()
                    .ifPresent(step -> trace.addFirst(step.what()));
        }
        return trace;
    }
}
