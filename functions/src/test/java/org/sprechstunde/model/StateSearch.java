package org.sprechstunde.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Visits every world that can be reached, nearest first, and stops at the first broken promise. */
final class StateSearch {
    private final List<Actor> actors;
    private final ModelPromises promises;
    private final Map<ModelState, Place> places = new HashMap<>();
    private final Deque<Place> open = new ArrayDeque<>();

    private StateSearch(ModelMutation mutation) {
        this.actors = Actor.all(mutation);
        this.promises = new ModelPromises(mutation);
    }

    /** How many worlds there are, and the first broken promise. */
    record Result(int worlds, Optional<Violation> violation) {}

    /** A broken promise and the shortest way to it. */
    record Violation(String promise, List<String> trace) {
        @Override
        public String toString() {
            return "broken: " + promise + "\n  " + String.join("\n  ", trace);
        }
    }

    /** A world, how it was reached first, and what comes next if nothing happens but what is bound to. */
    private static final class Place {
        private final ModelState world;
        private final Optional<Place> before;
        private Optional<Place> bound = Optional.empty();
        private boolean settles;

        Place(ModelState world, Optional<Place> before) {
            this.world = world;
            this.before = before;
        }
    }

    static Result of(ModelMutation mutation, ModelState first) {
        StateSearch search = new StateSearch(mutation);
        search.reach(first, Optional.empty());
        Optional<Violation> violation = search.run();
        return new Result(search.places.size(), violation);
    }

    private Optional<Violation> run() {
        while (!open.isEmpty()) {
            Place place = open.remove();
            for (Steps.Step step : steps(place.world)) {
                Place next = reach(step.after(), Optional.of(place));
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

    private List<Steps.Step> steps(ModelState world) {
        Steps steps = new Steps(world);
        actors.forEach(actor -> actor.steps(world, steps));
        return steps.all();
    }

    private Place reach(ModelState world, Optional<Place> before) {
        return places.computeIfAbsent(world, fresh -> {
            Place place = new Place(fresh, before);
            open.add(place);
            return place;
        });
    }

    /** A place from which what is bound to happen never comes to an end. */
    private Optional<Place> restless() {
        for (Place from : places.values()) {
            List<Place> way = new ArrayList<>();
            for (Optional<Place> at = Optional.of(from); at.isPresent() && !at.get().settles; at = at.get().bound) {
                way.add(at.get());
                if (way.size() > places.size()) {
                    return Optional.of(from);
                }
            }
            way.forEach(place -> place.settles = true);
        }
        return Optional.empty();
    }

    private List<String> trace(Place last) {
        List<String> trace = new ArrayList<>();
        for (Place at = last; at.before.isPresent(); at = at.before.get()) {
            ModelState reached = at.world;
            steps(at.before.get().world).stream()
                    .filter(step -> step.after().equals(reached))
                    .findFirst()
                    .ifPresent(step -> trace.addFirst(step.what()));
        }
        return trace;
    }
}
