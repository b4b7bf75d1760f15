package org.sprechstunde.acceptance.repository;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A linter from PyPI, asked for its judgement. Where it is missing the test says so loudly and is skipped. */
public record Linter(String command) {

    /** What the linter has to say against {@code file}; empty if nothing. */
    public String complaints(Path file) throws IOException, InterruptedException {
        return complaints(file, List.of());
    }

    /** What the linter has to say if called with {@code options} before {@code file}; empty if nothing. */
    public String complaints(Path file, List<String> options) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of(command));
        call.addAll(options);
        call.add(file.toString());
        Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : output;
    }

    public boolean isMissing() {
        boolean missing = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, command)));
        if (missing) {
            System.err.printf("%n*** %s is not on the PATH: its test is SKIPPED. .ci/run brings it. ***%n%n", command);
        }
        return missing;
    }
}
