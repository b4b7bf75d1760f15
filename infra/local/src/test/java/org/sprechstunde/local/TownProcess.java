package org.sprechstunde.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The command as a process of its own, on free ports, with all that it says. */
final class TownProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Duration START = Duration.ofSeconds(60);
    private static final String READY = "Ctrl-C stops everything";

    private final Process process;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> readers;

    private TownProcess(Process process) {
        this.process = process;
        this.readers = List.of(
                Thread.ofPlatform().daemon().start(() -> listen(process.inputReader(), output)),
                Thread.ofPlatform().daemon().start(() -> listen(process.errorReader(), errors)));
    }

    private static void listen(BufferedReader reader, List<String> lines) {
        try (reader) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException _) {
            // The test is over and has closed the process in the middle of a line.
        }
    }

    /** Starts it as infra/run does; {@code temporary} is the folder that must be gone afterwards. */
    static TownProcess start(Path temporary, Map<String, String> variables) {
        Path home = Options.of(Map.of()).home();
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary,
                "-Dsprechstunde.temporary=" + temporary,
                "-Dsprechstunde.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                LocalTownMain.class.getName());
        command.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("SPRECHSTUNDE_"));
        // Of these each JVM says a line by itself.
        command.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        for (Part part : Part.values()) {
            command.environment().put(part.portVariable(), "0");
        }
        // Whatever whoever runs the tests has answered for a town of theirs.
        command.environment()
                .put("SPRECHSTUNDE_ANSWERS", temporary.resolve("none").toString());
        command.environment().putAll(variables);
        try {
            return new TownProcess(command.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until it has said everything that it says at the start. */
    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (lines().stream().noneMatch(line -> line.startsWith(READY))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the town did not start: " + lines() + errors());
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    List<String> lines() {
        return List.copyOf(output);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Every address that it has named. */
    List<URI> addresses() {
        return lines().stream()
                .flatMap(line -> ADDRESS.matcher(line).results())
                .map(match -> URI.create(match.group()))
                .distinct()
                .toList();
    }

    /** The address behind a word at the start of a line. */
    URI address(String word) {
        return lines().stream()
                .filter(line -> line.strip().startsWith(word))
                .flatMap(line -> ADDRESS.matcher(line).results())
                .map(match -> URI.create(match.group()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(word + " is not in " + lines()));
    }

    /** Sends SIGTERM, as Ctrl-C's brother. */
    void terminate() {
        process.destroy();
    }

    /** The exit status, if it ends in time; all that it said has been read then. */
    int exitStatus(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + patience + ": " + lines());
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    static boolean isListening(URI address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
