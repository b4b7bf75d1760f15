package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.acceptance.simulation.Schedule.Outcome;
import org.sprechstunde.platform.Json;
import org.sprechstunde.repository.Repository;

/** What a simulation has counted. */
final class SimulationFigures {
    private final Map<CallFate, Long> fates = new EnumMap<>(CallFate.class);
    private final List<Outcome> violations = new ArrayList<>();
    private long schedules;

    synchronized void add(Outcome outcome) {
        schedules++;
        outcome.fates().forEach((fate, count) -> fates.merge(fate, count, Long::sum));
        if (!outcome.broken().isEmpty()) {
            violations.add(outcome);
        }
    }

    List<Outcome> violations() {
        return violations;
    }

    long schedules() {
        return schedules;
    }

    private long count(CallFate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    private long faults() {
        return count(CallFate.FAIL_BEFORE) + count(CallFate.FAIL_AFTER) + count(CallFate.PARTLY);
    }

    @Override
    public String toString() {
        return "%d schedules, %d faults, %d kills, %d violations"
                .formatted(schedules, faults(), count(CallFate.KILL), violations.size());
    }

    /** Keeps the figures where the handbook's reader can find them. */
    void write(String name) {
        ObjectNode json = Json.object()
                .put("schedules", schedules)
                .put("faults", faults())
                .put("kills", count(CallFate.KILL))
                .put("calls", fates.values().stream().mapToLong(Long::longValue).sum())
                .put("violations", violations.size())
                .put("summary", toString());
        Path file = Repository.file("infra/acceptance/target/forgetting/" + name + ".json");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Json.bytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
