package org.sprechstunde.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.sprechstunde.local.output.FunctionLog;
import org.sprechstunde.platform.Pause;

/**
 * How a town is to be started.
 *
 * @param home the project's folder, where the emulators' class paths are
 * @param template the template to run
 * @param environment variables such as {@code SPRECHSTUNDE_PORT}; port 0 means any free one
 * @param parameters values of the template's parameters, apart from those that follow from the addresses
 * @param demo fill the town with a dozen enquiries
 * @param schedules let the template's clocks run; a test calls the functions itself
 * @param progress hears what is being done, a line at a time
 * @param log hears what the functions log
 * @param pause how functions in this JVM wait
 */
public record Options(
        Path home,
        Path template,
        Map<String, String> environment,
        Map<String, String> parameters,
        EngineKind engine,
        boolean demo,
        boolean schedules,
        Consumer<String> progress,
        Consumer<FunctionLog.Line> log,
        Pause pause) {
    private static final String HOME_PROPERTY = "sprechstunde.home";

    /** Who runs the functions. */
    public enum EngineKind {
        /** This JVM: quick, and the clock can be moved. */
        IN_PROCESS,
        /** The packaged jar in JVMs of its own, as on Lambda; the clock is the computer's. */
        CHILD_JVM
    }

    /** The town as the environment wants it. */
    public static Options of(Map<String, String> environment) {
        Path home = findHome();
        return new Options(
                home,
                home.resolve("template.yaml"),
                Map.copyOf(environment),
                Map.of(),
                EngineKind.IN_PROCESS,
                false,
                true,
                _ -> {},
                _ -> {},
                Pause::sleep);
    }

    /** A town for a test: on free ports, beside any other and in stores of its own, without clocks that call functions. */
    public static Options forTest() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        for (Part part : Part.values()) {
            environment.putIfAbsent(part.portVariable(), "0");
        }
        environment.put("SPRECHSTUNDE_STACK", "sprechstunde-test-" + UUID.randomUUID());
        return of(environment).withSchedules(false);
    }

    public Options withTemplate(Path file) {
        return new Options(home, file, environment, parameters, engine, demo, schedules, progress, log, pause);
    }

    public Options withEnvironment(String name, String value) {
        return new Options(
                home,
                template,
                with(environment, name, value),
                parameters,
                engine,
                demo,
                schedules,
                progress,
                log,
                pause);
    }

    public Options withParameter(String name, String value) {
        return new Options(
                home,
                template,
                environment,
                with(parameters, name, value),
                engine,
                demo,
                schedules,
                progress,
                log,
                pause);
    }

    public Options withEngine(EngineKind kind) {
        return new Options(home, template, environment, parameters, kind, demo, schedules, progress, log, pause);
    }

    public Options withDemo(boolean wanted) {
        return new Options(home, template, environment, parameters, engine, wanted, schedules, progress, log, pause);
    }

    public Options withSchedules(boolean wanted) {
        return new Options(home, template, environment, parameters, engine, demo, wanted, progress, log, pause);
    }

    public Options withProgress(Consumer<String> listener) {
        return new Options(home, template, environment, parameters, engine, demo, schedules, listener, log, pause);
    }

    public Options withLog(Consumer<FunctionLog.Line> listener) {
        return new Options(home, template, environment, parameters, engine, demo, schedules, progress, listener, pause);
    }

    /** Waits as it likes, for tests that have no time; Lambda's functions sleep. */
    public Options withPause(Pause other) {
        return new Options(home, template, environment, parameters, engine, demo, schedules, progress, log, other);
    }

    String variable(String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value;
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> result = new HashMap<>(map);
        result.put(name, value);
        return Map.copyOf(result);
    }

    /** Where the command says, or the nearest folder above the working directory with our emulators. */
    static Path findHome() {
        String property = System.getProperty(HOME_PROPERTY, "");
        if (!property.isEmpty()) {
            return Path.of(property);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("infra/local/dynamodb/pom.xml"))) {
                return folder;
            }
        }
        throw new StartException("The project's folder was not found: start infra/run from a checkout.");
    }
}
