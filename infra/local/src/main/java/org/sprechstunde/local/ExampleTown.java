package org.sprechstunde.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Towns that are made up, in the words of {@code town.yaml}: what no code knows of a town stands in {@code infra/towns}. */
public final class ExampleTown {
    /** The one that runs where nobody has answered anything yet. */
    public static final String USUAL = "usual";

    private static final Set<String> NEEDED =
            Set.of("TownName", "TownHallHours", "TownHallHoursEnglish", "PrivacyNoticeUrl");

    private ExampleTown() {}

    /** What the template cannot do without, as the usual town answers it; beside or instead of it {@code others}. */
    public static Map<String, String> with(Map<String, String> others) {
        Map<String, String> answers = new HashMap<>(named(USUAL));
        answers.keySet().retainAll(NEEDED);
        answers.putAll(others);
        return answers;
    }

    /** A town's answers to the template. */
    public static Map<String, String> named(String name) {
        return read(Options.findHome(), name);
    }

    static Map<String, String> read(Path home, String name) {
        return TownAnswers.read(home.resolve("infra/towns").resolve(name + ".yaml"));
    }
}
