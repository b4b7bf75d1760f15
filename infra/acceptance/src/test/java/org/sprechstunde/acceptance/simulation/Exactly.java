package org.sprechstunde.acceptance.simulation;

import java.util.ArrayList;
import java.util.List;
import org.sprechstunde.acceptance.simulation.Schedule.Beginning;
import org.sprechstunde.acceptance.simulation.Schedule.Flow;
import org.sprechstunde.acceptance.simulation.Schedule.Outcome;

/**
 * A schedule without chance: one call of the first flow meets a fate. The other flow, if there is one, runs while the
 * first is held before a call, or after it has ended.
 *
 * @param at number of the call that meets the fate, from 0
 * @param heldAt number of the call before which the first flow is held; {@link Chance#NEVER} if it is not
 */
record Exactly(List<Flow> flows, CallFate fate, int at, int heldAt) {
    private static final List<CallFate> ALONE =
            List.of(CallFate.KILL, CallFate.FAIL_BEFORE, CallFate.FAIL_AFTER, CallFate.PARTLY);

    /** All of them for a pair; for one flow alone if both are the same. */
    static List<Exactly> every(SimulatedWorld world, Flow first, Flow other) {
        boolean alone = first == other;
        List<Flow> flows = alone ? List.of(first) : List.of(first, other);
        int points =
                new Exactly(flows, CallFate.PASS, 0, Chance.NEVER).run(world).pointsOfFirst();
        List<Exactly> all = new ArrayList<>();
        for (int at = 0; at < points; at++) {
            all.addAll(alone ? alone(flows, at) : paired(flows, at));
        }
        return all;
    }

    private static List<Exactly> alone(List<Flow> flows, int at) {
        return ALONE.stream()
                .map(fate -> new Exactly(flows, fate, at, Chance.NEVER))
                .toList();
    }

    /**
     * The first dies and the other follows; or the other comes between, and the first goes on, dies soon after or tries
     * again. That the other comes between and the first then dies before its call is the same as the first of these, but
     * before it has made any.
     */
    private static List<Exactly> paired(List<Flow> flows, int at) {
        List<Exactly> all = new ArrayList<>(List.of(
                new Exactly(flows, CallFate.KILL, at, Chance.NEVER),
                new Exactly(flows, CallFate.PASS, at, at),
                new Exactly(flows, CallFate.KILL, at + 1, at),
                new Exactly(flows, CallFate.PARTLY, at, at + 1)));
        if (at == 0) {
            all.add(new Exactly(flows, CallFate.KILL, at, at));
        }
        return all;
    }

    Outcome run(SimulatedWorld world) {
        var beginning = new Beginning(true, !flows.contains(Flow.STREAM), flows.getFirst() == Flow.SWEEP);
        return new Schedule(world, 1).exact(flows, new Chance.Exact(fate, at, heldAt), beginning);
    }
}
