package org.sprechstunde.acceptance.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Lets one actor at a time go on from one remote call to the next, as chance decides. */
final class Scheduler {
    private static final String PAUSE = "pause";
    private static final ThreadLocal<Optional<Actor>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    private final Chance chance;
    private final Runnable tick;
    private final Semaphore back = new Semaphore(0);
    private final List<Actor> actors = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);

    Scheduler(Chance chance, Runnable tick) {
        this.chance = chance;
        this.tick = tick;
    }

    private static final class Actor {
        private final String name;
        private final Scheduler scheduler;
        private final Semaphore turn = new Semaphore(0);
        private int points;
        private boolean dead;
        private boolean ended;

        Actor(String name, Scheduler scheduler) {
            this.name = name;
            this.scheduler = scheduler;
        }
    }

    void add(String name, Runnable work) {
        Actor actor = new Actor(name, this);
        actors.add(actor);
        Thread.ofVirtual().start(() -> {
            CURRENT.set(Optional.of(actor));
            actor.turn.acquireUninterruptibly();
            try {
                work.run();
            } catch (Killed _) {
                trace.add(name + " is dead");
            } finally {
                actor.ended = true;
                back.release();
            }
        });
    }

    /** Until all have ended. */
    void run() {
        List<Actor> waiting = new ArrayList<>(actors);
        while (!waiting.isEmpty()) {
            Actor next = waiting.get(
                    chance.next(waiting.stream().map(actor -> actor.name).toList()));
            next.turn.release();
            back.acquireUninterruptibly();
            waiting.removeIf(actor -> actor.ended);
        }
    }

    /** Called before each remote call; outside of any actor everything passes. */
    static Fate point(String call) {
        Optional<Actor> actor = CURRENT.get();
        return actor.isEmpty() ? Fate.PASS : actor.get().scheduler.point(actor.get(), call);
    }

    /** Called where our code waits before it tries again. */
    static void pause() {
        point(PAUSE);
    }

    private Fate point(Actor actor, String call) {
        if (actor.dead) {
            throw new Killed();
        }
        back.release();
        actor.turn.acquireUninterruptibly();
        tick.run();
        Fate fate = possible(call, chance.fate(actor.name, actor.points++));
        fates.merge(fate, 1L, Long::sum);
        trace.add(actor.name + ": " + call + (fate == Fate.PASS ? "" : " " + fate));
        if (fate == Fate.KILL) {
            actor.dead = true;
            throw new Killed();
        }
        return fate;
    }

    /** Waiting cannot fail; but a function may die while it waits. */
    private static Fate possible(String call, Fate wanted) {
        return call.equals(PAUSE) && wanted != Fate.KILL ? Fate.PASS : wanted;
    }

    /** How many remote calls the first actor has made. */
    int pointsOfFirst() {
        return actors.getFirst().points;
    }

    List<String> trace() {
        return trace;
    }

    Map<Fate, Long> fates() {
        return fates;
    }
}
