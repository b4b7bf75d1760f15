package org.sprechstunde.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sprechstunde.acceptance.repository.Repository;

/** What a benchmark has measured, by name, for {@code infra/bench/run}, which knows what each is to reach. */
public final class Figures {
    private static final Path FOLDER = Repository.file("infra/acceptance/target/bench");

    private final Path file;
    private final Map<String, Double> measured = new TreeMap<>();

    public Figures(String benchmark) {
        this.file = FOLDER.resolve(benchmark + ".json");
    }

    /** Fewer rounds, for a first look. */
    public static boolean isQuick() {
        return Boolean.getBoolean("bench.quick");
    }

    /** Written at once: what a later part does not survive, the earlier have measured. */
    @SuppressWarnings("SystemOut")
    public synchronized void put(String name, double value) {
        measured.put(name, value);
        System.out.printf("%s %.3f%n", name, value);
        try {
            Files.createDirectories(FOLDER);
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), measured);
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
