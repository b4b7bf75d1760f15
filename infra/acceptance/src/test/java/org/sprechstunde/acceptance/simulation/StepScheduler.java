package org.sprechstunde.acceptance.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Lets one actor at a time go on from one remote call to the next, as chance decides. */
final class StepScheduler {
    private static final String PAUSE = "pause";
    private static final ThreadLocal<Optional<Actor>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    private final Chance chance;
    private final Runnable tick;
    private final Semaphore back = new Semaphore(0);
    private final List<Actor> waiting = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final Map<CallFate, Long> fates = new EnumMap<>(CallFate.class);
    private int pointsOfFirst;
    private Optional<Throwable> mistake = Optional.empty();

    StepScheduler(Chance chance, Runnable tick) {
        this.chance = chance;
        this.tick = tick;
    }

    /** One function that runs. */
    private static final class Life {
        private int points;
        private boolean dead;
    }

    /** A thread of a function. */
    private static final class Actor {
        private final String name;
        private final StepScheduler scheduler;
        private final Life life;
        private final Semaphore turn = new Semaphore(0);
        private Optional<Actor> waitsFor = Optional.empty();
        private boolean ended;

        Actor(String name, StepScheduler scheduler, Life life) {
            this.name = name;
            this.scheduler = scheduler;
            this.life = life;
        }

        private boolean isReady() {
            return waitsFor.isEmpty() || waitsFor.get().ended;
        }

        /** Gives the turn back and waits for the next one. */
        private void rest() {
            scheduler.back.release();
            turn.acquireUninterruptibly();
            if (life.dead) {
                throw new Killed();
            }
        }
    }

    void add(String name, Runnable work) {
        begin(new Actor(name, this, new Life()), work);
    }

    private void begin(Actor actor, Runnable work) {
        waiting.add(actor);
        Thread.ofVirtual().start(() -> {
            CURRENT.set(Optional.of(actor));
            actor.turn.acquireUninterruptibly();
            try {
                work.run();
            } catch (Killed _) {
                trace.add(actor.name + " is dead");
            } catch (RuntimeException | Error e) {
                // A flow that ends by its own mistake proves nothing.
                mistake = Optional.of(e);
            } finally {
                actor.ended = true;
                back.release();
            }
        });
    }

    /**
     * Begins another thread of the current function; outside of any actor the work is done at once.
     *
     * @return waits until the work has ended
     */
    static Runnable fork(Runnable work) {
        Optional<Actor> parent = CURRENT.get();
        if (parent.isEmpty()) {
            work.run();
            return () -> {};
        }
        return parent.get().scheduler.fork(parent.get(), work);
    }

    private Runnable fork(Actor parent, Runnable work) {
        var child = new Actor(parent.name + "'", this, parent.life);
        begin(child, work);
        return () -> {
            parent.waitsFor = Optional.of(child);
            parent.rest();
            parent.waitsFor = Optional.empty();
        };
    }

    /** Until all have ended. */
    void run() {
        while (!waiting.isEmpty()) {
            List<Actor> ready = waiting.stream().filter(Actor::isReady).toList();
            Actor next = ready.get(
                    chance.next(ready.stream().map(actor -> actor.name).toList()));
            next.turn.release();
            back.acquireUninterruptibly();
            waiting.removeIf(actor -> actor.ended);
        }
        mistake.ifPresent(e -> {
            throw new IllegalStateException("a flow has broken", e);
        });
    }

    /** Called before each remote call; outside of any actor everything passes. */
    static CallFate point(String call) {
        Optional<Actor> actor = CURRENT.get();
        return actor.isEmpty() ? CallFate.PASS : actor.get().scheduler.point(actor.get(), call);
    }

    /** Called where our code waits before it tries again. */
    static void pause() {
        point(PAUSE);
    }

    private CallFate point(Actor actor, String call) {
        actor.rest();
        tick.run();
        CallFate fate = possible(call, chance.fate(actor.name, actor.life.points++));
        pointsOfFirst += Chance.isFirst(actor.name) ? 1 : 0;
        fates.merge(fate, 1L, Long::sum);
        trace.add(actor.name + ": " + call + (fate == CallFate.PASS ? "" : " " + fate));
        if (fate == CallFate.KILL) {
            actor.life.dead = true;
            throw new Killed();
        }
        return fate;
    }

    /** Waiting cannot fail; but a function may die while it waits. */
    private static CallFate possible(String call, CallFate wanted) {
        return call.equals(PAUSE) && wanted != CallFate.KILL ? CallFate.PASS : wanted;
    }

    /** How many remote calls the first function has made. */
    int pointsOfFirst() {
        return pointsOfFirst;
    }

    List<String> trace() {
        return trace;
    }

    Map<CallFate, Long> fates() {
        return fates;
    }
}
