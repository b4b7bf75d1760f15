package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.repository.Repository;

/**
 * How long after the mayor's click nothing can be read any more, and how long until nothing is there. Warm functions,
 * stores on this computer; run by {@code infra/bench/forgetting} and by no build.
 */
@OwnTown
@InTown
final class ForgettingBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_UP = 30;

    private final TestTown town;

    ForgettingBenchmark(TestTown town) {
        this.town = town;
    }

    private enum Size {
        ONE(1, 200),
        FIFTY(50, 100),
        TWELVE_HUNDRED(1200, 20);

        private final int files;
        private final int runs;

        Size(int files, int runs) {
            this.files = files;
            this.runs = runs;
        }
    }

    /** Milliseconds since the click. */
    private record Times(long unreadable, long empty) {}

    @Test
    void measure() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            resolve(1);
        }
        ArrayNode figures = JSON.createArrayNode();
        for (Size size : Size.values()) {
            List<Times> times = new ArrayList<>();
            for (int run = 0; run < size.runs; run++) {
                times.add(resolve(size.files));
            }
            add(figures, size, times);
        }
        write(figures);
    }

    private Times resolve(int files) throws Exception {
        Citizen citizen = town.meta().citizens().withPhone("Mess " + files);
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);
        new Await(town).delivered();
        new LargeEnquiry(town, id).fill(files, 0);

        long click = System.currentTimeMillis();
        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("media").asInt()).isEqualTo(files);
        return new Times(
                committed(id) - click,
                Instant.parse(receipt.path("erasedAt").asText()).toEpochMilli() - click);
    }

    /** The function says so as soon as the transaction that destroys the key is done. */
    private long committed(String id) throws IOException {
        for (var line : town.town().log().reversed()) {
            if (line.text().contains("\"RESOLVED\"") && line.text().contains(id)) {
                return JSON.readTree(line.text()).path("_aws").path("Timestamp").asLong();
            }
        }
        throw new IllegalStateException("the function did not say when");
    }

    private static void add(ArrayNode figures, Size size, List<Times> times) {
        List<Long> unreadable = times.stream().map(Times::unreadable).sorted().toList();
        List<Long> empty = times.stream().map(Times::empty).sorted().toList();
        figures.addObject()
                .put("media", size.files)
                .put("runs", size.runs)
                .put("unreadableP50", rank(unreadable, 50))
                .put("unreadableP99", rank(unreadable, 99))
                .put("emptyP50", rank(empty, 50))
                .put("emptyP99", rank(empty, 99));
    }

    /** The nearest rank; of fewer than a hundred runs the 99th is the slowest. */
    private static long rank(List<Long> sorted, int percent) {
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }

    @SuppressWarnings("SystemOut")
    private static void write(ArrayNode figures) throws IOException {
        Path file = Repository.file("infra/acceptance/target/forgetting/times.json");
        Files.createDirectories(file.getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
        figures.forEach(System.out::println);
    }
}
