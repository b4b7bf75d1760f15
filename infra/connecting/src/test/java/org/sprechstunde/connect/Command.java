package org.sprechstunde.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.sprechstunde.local.Options;

/** The command as a process of its own, in a home folder of its own, that is answered question by question. */
final class Command implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final StringBuilder said = new StringBuilder();
    private final Thread reader;

    private Command(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::listen);
    }

    static Command start(Path home, URI account, List<String> before) {
        List<String> words = new ArrayList<>(before);
        words.add(Options.of(Map.of()).home().resolve("infra/connect").toString());
        words.add("--no-build");
        return start(home, account, words.toArray(String[]::new));
    }

    /** Under a terminal whose keyboard is this process; what is typed shows unless it is hidden. */
    static Command onTerminal(Path home, URI account) {
        String command = "'%s' --no-build".formatted(Options.of(Map.of()).home().resolve("infra/connect"));
        return start(home, account, "script", "--quiet", "--return", "--command", command, "/dev/null");
    }

    private static Command start(Path home, URI account, String... words) {
        var builder = new ProcessBuilder(words).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(Admin.variables(account));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TMPDIR", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return new Command(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (InputStream in = process.getInputStream()) {
            byte[] buffer = new byte[4096];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                hear(new String(buffer, 0, n, UTF_8));
            }
        } catch (IOException _) {
            // The process has ended and its terminal with it.
        }
    }

    /** Types {@code answer} once {@code question} has been asked. */
    void answer(String question, String answer) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!said().contains(question)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("was not asked for " + question + ": " + said());
            }
            Thread.sleep(20);
        }
        OutputStream keyboard = process.getOutputStream();
        keyboard.write((answer + "\n").getBytes(UTF_8));
        keyboard.flush();
    }

    /** Command lines and environments of the process and all that it has started. */
    List<Path> traces() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(one ->
                        Stream.of("cmdline", "environ").map(file -> Path.of("/proc", Long.toString(one.pid()), file)))
                .toList();
    }

    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + said());
        }
        reader.join();
        return process.exitValue();
    }

    String said() {
        synchronized (said) {
            return said.toString();
        }
    }

    private void hear(String text) {
        synchronized (said) {
            said.append(text);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
