package org.sprechstunde.acceptance.simulation;

import org.sprechstunde.acceptance.simulation.Schedule.Outcome;

/** Looks for a broken promise with the functions that the class path holds, one schedule after the other. */
final class ScheduleSearch {
    static final String FOUND = "Found after ";

    private ScheduleSearch() {}

    /** Tries the schedules of the mutation that {@code arguments} names. */
    public static void main(String[] arguments) throws Exception {
        CodeMutation mutation = CodeMutation.valueOf(arguments[0]);
        try (var emulators = new Emulators()) {
            System.out.println(told(new SimulatedWorld(emulators, 0), mutation));
        }
        // DynamoDB Local leaves threads behind.
        System.exit(0);
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
