package org.sprechstunde.acceptance.simulation;

import org.sprechstunde.acceptance.simulation.Schedule.Outcome;

/** Looks for a broken promise with the functions that this class's loader finds, one schedule after the other. */
final class ScheduleSearch {
    static final String FOUND = "Found after ";

    private ScheduleSearch() {}

    /** Tries the schedules of the mutation of that name; called in a {@link MutantClassLoader}, so by words alone. */
    static String search(String name) throws Exception {
        CodeMutation mutation = CodeMutation.valueOf(name);
        try (var emulators = new Emulators()) {
            return told(new SimulatedWorld(emulators, 0), mutation);
        }
    }

    private static String told(SimulatedWorld world, CodeMutation mutation) {
        int schedules = 0;
        for (Exactly each : mutation.schedules(world)) {
            schedules++;
            Outcome outcome = each.run(world);
            if (!outcome.broken().isEmpty()) {
                return FOUND + schedules + " schedules, by " + each + ": " + outcome.broken() + "\n  "
                        + String.join("\n  ", outcome.trace());
            }
        }
        return "Not found in " + schedules + " schedules";
    }
}
