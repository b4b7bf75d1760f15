package org.sprechstunde.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the town has said of itself to {@code infra/setup}, so that nobody types it again. */
record TownFacts(Map<String, String> facts) {
    /** As infra/setup writes: a name and what is in single quotes, one inside written twice. */
    private static final Pattern LINE = Pattern.compile("(?m)^(\\w+): '(.*)'$");

    private static final String FILE = "SPRECHSTUNDE_ANSWERS";

    /** Of the file that the environment names; nothing if there is none. */
    static TownFacts of(Map<String, String> environment) {
        String file = environment.getOrDefault(FILE, "");
        return file.isEmpty() || !Files.exists(Path.of(file)) ? new TownFacts(Map.of()) : read(Path.of(file));
    }

    private static TownFacts read(Path file) {
        try {
            return new TownFacts(LINE.matcher(Files.readString(file))
                    .results()
                    .collect(Collectors.toMap(
                            line -> line.group(1), line -> line.group(2).replace("''", "'"), (_, last) -> last)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if the town has not said it. */
    String get(String name) {
        return facts.getOrDefault(name, "");
    }
}
