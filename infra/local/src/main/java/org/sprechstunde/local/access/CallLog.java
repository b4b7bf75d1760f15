package org.sprechstunde.local.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which calls each function has made, each once, in a file of this process; only where
 * {@code -Dsprechstunde.calls=FOLDER} asks for it.
 */
final class CallLog {
    private static final String FOLDER = System.getProperty("sprechstunde.calls", "");
    private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

    private CallLog() {}

    static void note(String function, Grant call) {
        String line = function + "\t" + call.action() + "\t" + call.resource() + "\n";
        if (!FOLDER.isEmpty() && NOTED.add(line)) {
            write(line);
        }
    }

    /** At once, so that a run that is killed leaves what it has seen. */
    private static synchronized void write(String line) {
        Path file = Path.of(FOLDER, ProcessHandle.current().pid() + ".tsv");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the calls cannot be written down", e);
        }
    }
}
