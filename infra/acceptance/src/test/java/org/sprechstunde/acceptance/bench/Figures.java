package org.sprechstunde.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sprechstunde.repository.Repository;

/** What a benchmark has measured, by name, for {@code infra/bench/run}, which knows what each is to reach. */
public final class Figures {
    private static final Path FOLDER = Repository.file("infra/acceptance/target/bench");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    public Figures(String benchmark) {
        this.file = FOLDER.resolve(benchmark + ".json");
    }

    /** Fewer rounds, for a first look. */
    public static boolean isQuick() {
        return Boolean.getBoolean("bench.quick");
    }

    /** Beside what stands there: each part of a benchmark is an object of its own, and what a later does not survive is measured. */
    @SuppressWarnings("SystemOut")
    public synchronized void put(String name, double value) {
        System.out.printf("%s %.3f%n", name, value);
        try {
            Files.createDirectories(FOLDER);
            ObjectNode measured =
                    Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
            JSON.writeValue(file.toFile(), measured.put(name, value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The nearest rank of {@code nanos}. */
    public static double rank(List<Long> nanos, int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }
}
