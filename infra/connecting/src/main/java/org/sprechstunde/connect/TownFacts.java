package org.sprechstunde.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the town has said of itself to {@code infra/setup}, so that nobody types it again. */
record TownFacts(Map<String, String> facts) {
    /** As infra/setup writes: a name and what is in single quotes, one inside written twice. */
    private static final Pattern LINE = Pattern.compile("(\\w+): '((?:[^']|'')*)'");

    private static final String FILE = "SPRECHSTUNDE_ANSWERS";

    /** Of the file that the environment names; nothing if there is none. */
    static TownFacts of(Map<String, String> environment) {
        String file = environment.getOrDefault(FILE, "");
        return file.isEmpty() || !Files.exists(Path.of(file)) ? new TownFacts(Map.of()) : read(Path.of(file));
    }

    private static TownFacts read(Path file) {
        try {
            Map<String, String> facts = new HashMap<>();
            Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> fact(file, line))
                    .forEach(fact -> facts.put(fact.group(1), fact.group(2).replace("''", "'")));
            return new TownFacts(Map.copyOf(facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What sam would read otherwise than this must not pass for unsaid. */
    private static Matcher fact(Path file, String line) {
        Matcher fact = LINE.matcher(line);
        if (!fact.matches()) {
            throw new AdminMustAct("facts", file, line);
        }
        return fact;
    }

    /** Empty if the town has not said it. */
    String get(String name) {
        return facts.getOrDefault(name, "");
    }
}
