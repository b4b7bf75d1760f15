package org.sprechstunde.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.local.Options.EngineKind;
import org.sprechstunde.local.template.TemplateException;

/** The command: starts the town, says where it is, and stops it on Ctrl-C or SIGTERM. */
public final class LocalTownMain {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int LOOKS = 10;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private LocalTownMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> flags = Arrays.asList(arguments);
        var town = new AtomicReference<@Nullable LocalTown>();
        // First of all, as a signal may come any time. The JVM then exits with 130 or 143, as a
        // process that a signal ended.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(town.get()), "stop"));
        LocalTown started = start(options(flags));
        town.set(started);
        Welcome.lines(started).forEach(LocalTownMain::say);
        new CountDownLatch(1).await();
    }

    private static LocalTown start(Options options) {
        long begun = System.nanoTime();
        try {
            LocalTown town = LocalTown.start(answered(options));
            say(String.format(Locale.ROOT, "The town is ready after %.1f s.", (System.nanoTime() - begun) / 1e9));
            return town;
        } catch (StartException | TemplateException e) {
            System.err.println(e.getMessage());
            throw exit(FAILED, e);
        } catch (RuntimeException e) {
            // Nobody foresaw this, so all of it is shown; emulators' threads would keep the JVM alive.
            e.printStackTrace();
            throw exit(FAILED, e);
        }
    }

    private static Options options(List<String> flags) {
        Options options = Options.of(System.getenv()).withProgress(LocalTownMain::say);
        for (String flag : flags) {
            options = switch (flag) {
                case "--demo" -> options.withDemo(true);
                case "--logs" -> options.withLog(line -> say("  " + line.function() + "  " + line.text()));
                case "--engine=jvm" -> options.withEngine(EngineKind.CHILD_JVM);
                case "--engine=in-process" -> options.withEngine(EngineKind.IN_PROCESS);
                default -> throw misused(flag);
            };
        }
        return options;
    }

    /** As the town is to be: what infra/setup has asked. */
    private static Options answered(Options options) {
        Path file = Path.of(options.variable(
                "SPRECHSTUNDE_ANSWERS", options.home().resolve("town.yaml").toString()));
        Options answered = options;
        for (Map.Entry<String, String> answer : TownAnswers.read(file).entrySet()) {
            answered = answered.withParameter(answer.getKey(), answer.getValue());
        }
        return answered;
    }

    private static RuntimeException misused(String flag) {
        System.err.println("Unknown option " + flag + ": infra/run --help names all of them.");
        return exit(MISUSED, new IllegalStateException(flag));
    }

    /** Returns only for the compiler: the JVM is gone. */
    private static RuntimeException exit(int status, RuntimeException reason) {
        System.exit(status);
        return reason;
    }

    private static void stop(@Nullable LocalTown town) {
        if (town != null) {
            say("Stopping the town");
            town.close();
        }
        String temporary = System.getProperty("sprechstunde.temporary", "");
        if (!temporary.isEmpty()) {
            Folder.delete(Path.of(temporary));
            if (town == null) {
                deleteWhatIsStillMade(Path.of(temporary));
            }
        }
    }

    /** A town that is only just starting goes on making files while the JVM ends. */
    private static void deleteWhatIsStillMade(Path temporary) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                Thread.sleep(LOOK_EVERY);
                if (Files.exists(temporary)) {
                    Folder.delete(temporary);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("SystemOut") // it is a command
    private static void say(String line) {
        System.out.println(line);
    }
}
