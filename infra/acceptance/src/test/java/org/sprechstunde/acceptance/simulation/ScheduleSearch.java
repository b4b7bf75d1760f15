package org.sprechstunde.acceptance.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sprechstunde.acceptance.simulation.Schedule.Outcome;

/** Looks for a broken promise with the functions that this class's loader finds, one schedule after the other. */
final class ScheduleSearch {
    static final String FOUND = "Found after ";

    private ScheduleSearch() {}

    /** Tries the schedules of the mutation of that name; called in a {@link MutantClassLoader}, so by words alone. */
    @SuppressWarnings("unused")
    static String search(String name) throws Exception {
        CodeMutation mutation = CodeMutation.valueOf(name);
        try (var emulators = new Emulators()) {
            return told(new SimulatedWorld(emulators, 0), mutation);
        }
    }

    private static String told(SimulatedWorld world, CodeMutation mutation) {
        int schedules = 0;
        for (Exactly each : fromBothEnds(mutation.schedules(world))) {
            schedules++;
            Outcome outcome = each.run(world);
            if (!outcome.broken().isEmpty()) {
                return FOUND + schedules + " schedules, by " + each + ": " + outcome.broken() + "\n  "
                        + String.join("\n  ", outcome.trace());
            }
        }
        return "Not found in " + schedules + " schedules";
    }

    /** What goes wrong does so at the beginning of a flow or at its end more often than in its middle. */
    private static List<Exactly> fromBothEnds(List<Exactly> schedules) {
        Deque<Exactly> left = new ArrayDeque<>(schedules);
        List<Exactly> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            ordered.add(ordered.size() % 2 == 0 ? left.removeFirst() : left.removeLast());
        }
        return ordered;
    }
}
