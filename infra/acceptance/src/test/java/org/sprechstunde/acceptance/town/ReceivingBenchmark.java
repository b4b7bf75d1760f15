package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.repository.Repository;
import org.sprechstunde.emulator.chat.Citizen;

/**
 * How long until WhatsApp has its 200 for the most that it delivers at once: a thousand messages in three megabytes, of
 * one citizen, of forty, and of a thousand of whom nothing was known. One invocation of the warm function, stores on this
 * computer; run by {@code infra/bench/receiving} and by no build.
 */
@OwnTown
@InTown
final class ReceivingBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_UP = 3;
    private static final int RUNS = 10;
    private static final List<Integer> CITIZENS = List.of(1, 40, 1000);

    private final TestTown town;

    ReceivingBenchmark(TestTown town) {
        this.town = town;
    }

    @Test
    void measure() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            deliver(40, "Warm " + i);
        }
        ArrayNode figures = JSON.createArrayNode();
        for (int citizens : CITIZENS) {
            List<Long> millis = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                millis.add(deliver(citizens, "Mess " + citizens + " " + run));
            }
            List<Long> sorted = millis.stream().sorted().toList();
            figures.addObject()
                    .put("messages", Thousand.MESSAGES)
                    .put("citizens", citizens)
                    .put("runs", RUNS)
                    .put("millisP50", sorted.get(RUNS / 2))
                    .put("millisSlowest", sorted.getLast())
                    .put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        write(figures);
    }

    /** Milliseconds until the answer. */
    private long deliver(int count, String name) {
        List<Citizen> citizens = IntStream.range(0, count)
                .mapToObj(number -> town.meta().citizens().withoutPhone(name + " " + number))
                .toList();
        var thousand = new Thousand(citizens, town.town().clock().instant());
        long start = System.nanoTime();
        assertThat(new SignedPost(town).deliver(thousand.body())).isEqualTo(200);
        return (System.nanoTime() - start) / 1_000_000;
    }

    @SuppressWarnings("SystemOut")
    private static void write(ArrayNode figures) throws IOException {
        Path file = Repository.file("infra/acceptance/target/receiving/times.json");
        Files.createDirectories(file.getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
        figures.forEach(System.out::println);
    }
}
