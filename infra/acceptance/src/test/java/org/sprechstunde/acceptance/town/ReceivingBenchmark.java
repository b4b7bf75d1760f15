package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.bench.Figures;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.WamidFactory;

/**
 * How long WhatsApp waits for its 200: for a text, one after the other and several at once, over the calls that it cannot do
 * without, in turns on the same stores; and for the most that it delivers at once, a thousand messages in three megabytes.
 */
@OwnTown
@InTown
final class ReceivingBenchmark {
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WARM_UP = 150;
    private static final int SIDE_BY_SIDE = 8;
    private static final int ROUNDS = Figures.isQuick() ? 200 : 1000;
    private static final int BURSTS = Figures.isQuick() ? 3 : 12;
    private static final List<Integer> CITIZENS = List.of(1, 40, 1000);

    private final TestTown town;
    private final BareStores bare;
    private final Figures figures = new Figures("receiving");

    ReceivingBenchmark(TestTown town) {
        this.town = town;
        this.bare = new BareStores(town);
    }

    @Test
    void oneTextAfterTheOther() throws Exception {
        Citizen citizen = town.meta().citizens().withPhone("Mess Anna");
        List<Long> handler = new ArrayList<>();
        List<Long> http = new ArrayList<>();
        List<Long> calls = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            String event = new SignedPost(town).event(text(citizen));
            byte[] body = text(citizen);
            List<Long> nanos = List.of(
                    nanos(() -> status(town.town().invoke("WebhookFunction", event))),
                    nanos(() -> new SignedPost(town).deliver(body)),
                    nanos(() -> bare(citizen)));
            if (round >= 0) {
                handler.add(nanos.get(0));
                http.add(nanos.get(1));
                calls.add(nanos.get(2));
            }
        }
        figures.put("warm-p50", Figures.rank(handler, 50) / Figures.rank(calls, 50));
        figures.put("warm-p99", Figures.rank(handler, 99) / Figures.rank(calls, 99));
        figures.put("http-p50", Figures.rank(http, 50) / Figures.rank(calls, 50));
    }

    private int bare(Citizen citizen) {
        bare.message(citizen.bsuid());
        return OK;
    }

    private static int status(String response) {
        return ApiClient.json(response.getBytes(UTF_8)).path("statusCode").asInt();
    }

    @Test
    void severalAtOnce() throws Exception {
        List<Citizen> citizens = IntStream.range(0, SIDE_BY_SIDE)
                .mapToObj(number -> town.meta().citizens().withPhone("Viele " + number))
                .toList();
        List<Double> ratios = new ArrayList<>();
        for (int round = -2; round < BURSTS; round++) {
            long ours = sideBySide(citizens, citizen -> new SignedPost(town).deliver(text(citizen)));
            long theirs = sideBySide(citizens, this::bare);
            if (round >= 0) {
                ratios.add((double) theirs / ours);
            }
        }
        figures.put("http-concurrent", median(ratios));
    }

    private interface Delivery {
        int of(Citizen citizen) throws Exception;
    }

    private static long sideBySide(List<Citizen> citizens, Delivery delivery) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Callable<Integer>> work = IntStream.range(0, SIDE_BY_SIDE * 25)
                    .mapToObj(number -> (Callable<Integer>) () -> delivery.of(citizens.get(number % SIDE_BY_SIDE)))
                    .toList();
            long start = System.nanoTime();
            for (Future<Integer> status : threads.invokeAll(work)) {
                assertThat(status.get()).isEqualTo(OK);
            }
            return System.nanoTime() - start;
        }
    }

    @Test
    void aThousandAtOnce() {
        deliver(40, "Warm");
        for (int citizens : CITIZENS) {
            List<Double> seconds = new ArrayList<>();
            for (int run = 0; run < BURSTS; run++) {
                seconds.add(deliver(citizens, "Mess " + citizens + " " + run));
            }
            figures.put("burst-" + citizens, median(seconds));
        }
    }

    /** Seconds until the answer. */
    private double deliver(int count, String name) {
        List<Citizen> citizens = IntStream.range(0, count)
                .mapToObj(number -> town.meta().citizens().withoutPhone(name + " " + number))
                .toList();
        byte[] body = new Thousand(citizens, town.town().clock().instant()).body();
        nothingIsLeftToDo();
        return nanos(() -> new SignedPost(town).deliver(body)) / 1e9;
    }

    /**
     * A thousand who are greeted are another function's work, which here would have the same two processors; what the stream
     * puts off, the sweep does.
     */
    private void nothingIsLeftToDo() {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            town.sweep();
            return !bare.isAnythingToDo();
        });
    }

    private byte[] text(Citizen citizen) {
        String wamid = WamidFactory.random(citizen.bsuid(), true).text();
        return Webhooks.text(citizen, wamid, "In der Schulstraße ist die Laterne vor Nummer 12 aus.")
                .toString()
                .getBytes(UTF_8);
    }

    private static long nanos(Callable<Integer> work) {
        try {
            long start = System.nanoTime();
            assertThat(work.call()).isEqualTo(OK);
            return System.nanoTime() - start;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
