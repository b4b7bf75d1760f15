package org.sprechstunde.repository;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program from PyPI or npm in the version that {@code infra/tools} names. The build brings it into a folder of its own; what
 * the computer has on its PATH, or in its user's settings, is never asked.
 */
public enum PinnedTool {
    AWS("aws", "bin/aws"),
    CFN_LINT("linters", "bin/cfn-lint"),
    CHECKOV("checkov", "bin/checkov"),
    ENCODERS_PYTHON("encoders", "bin/python"),
    EXIFTOOL("exiftool", "node_modules/exiftool-vendored.pl/bin/exiftool"),
    LINTERS_PYTHON("linters", "bin/python"),
    OPENAPI_SPEC_VALIDATOR("linters", "bin/openapi-spec-validator"),
    PAPERS_PYTHON("papers", "bin/python"),
    REUSE("reuse", "bin/reuse"),
    SAM("sam", "bin/sam"),
    SAM_PYTHON("sam", "bin/python"),
    SCHEMATHESIS("schemathesis", "bin/schemathesis");

    private static final String TOOLS = "target/tools/";
    private static final int CANNOT = 3;
    private static final int NO_PYTHON = 127;
    private static final Map<String, Optional<String>> OBSTACLES = new ConcurrentHashMap<>();

    private final String environment;
    private final String program;

    PinnedTool(String environment, String program) {
        this.environment = environment;
        this.program = program;
    }

    /** What came of a call, and all that was said. */
    public record Ended(int status, String words) {}

    /** Calls it; where it cannot be brought the test says so loudly and is skipped. */
    public Ended call(List<String> arguments) throws IOException, InterruptedException {
        return run(command(arguments));
    }

    /** Calls it in {@code folder}, where it may leave whatever it likes. */
    public Ended call(List<String> arguments, Path folder) throws IOException, InterruptedException {
        return run(command(arguments).directory(folder.toFile()));
    }

    /** The call, not yet made; where it cannot be brought the test says so loudly and is skipped. */
    public ProcessBuilder command(List<String> arguments) {
        OBSTACLES.computeIfAbsent(environment, PinnedTool::bring).ifPresent(why -> abort(program + ": " + why));
        List<String> words = new ArrayList<>(
                List.of(Repository.file(TOOLS + environment + "/" + program).toString()));
        words.addAll(arguments);
        var process = new ProcessBuilder(words);
        process.environment()
                .keySet()
                .removeIf(name -> name.startsWith("AWS_") || name.startsWith("SAM_") || name.startsWith("PYTHON"));
        process.environment().put("HOME", Repository.file(TOOLS + "home").toString());
        process.environment().put("SAM_CLI_TELEMETRY", "0");
        return process;
    }

    /** A program that nobody pins; where this computer has none the test says so loudly and is skipped. */
    public static void need(String program) {
        OBSTACLES.computeIfAbsent(program, PinnedTool::look).ifPresent(why -> abort(program + ": " + why));
    }

    private static Optional<String> look(String program) {
        boolean found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        return found ? Optional.empty() : obstacle(program, "it is not on the PATH.");
    }

    /** Why it cannot be had on this computer; empty if it is there. */
    private static Optional<String> bring(String environment) {
        try {
            Path bring = Repository.file("infra/tools/bring");
            Ended ended = run(new ProcessBuilder(bring.toString(), environment));
            return switch (ended.status()) {
                case 0 -> Optional.empty();
                case CANNOT -> obstacle(environment, ended.words());
                case NO_PYTHON -> obstacle(environment, "there is no Python 3.");
                default -> throw new AssertionError(ended.words());
            };
        } catch (IOException e) {
            return obstacle(environment, "infra/tools/bring cannot be run here.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> obstacle(String environment, String why) {
        System.err.printf("%n*** SKIPPED, what needs the tools \"%s\": %s ***%n%n", environment, why.strip());
        return Optional.of(why.strip());
    }

    /** Runs what {@link #command} has made. */
    public static Ended run(ProcessBuilder call) throws IOException, InterruptedException {
        Process process = call.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), words);
    }
}
