package org.sprechstunde.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A pinned tool that is asked for its judgement. */
public record Linter(PinnedTool tool) {

    /** What the linter has to say against {@code file}; empty if nothing. */
    public String complaints(Path file) throws IOException, InterruptedException {
        return complaints(file, List.of());
    }

    /** What the linter has to say if called with {@code options} before {@code file}; empty if nothing. */
    public String complaints(Path file, List<String> options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(options);
        arguments.add(file.toString());
        PinnedTool.Ended ended = tool.call(arguments);
        return ended.status() == 0 ? "" : "ended with " + ended.status() + "\n" + ended.words();
    }
}
