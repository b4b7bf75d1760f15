package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.bench.Figures;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.WamidFactory;
import org.sprechstunde.platform.RandomId;

/** What somebody does takes as long beside 100,000 open enquiries as beside ten: {@code infra/bench/growth}. */
@OwnTown
@InTown
final class GrowthBenchmark {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 0;

    private final TestTown town;
    private final Figures figures = new Figures("growth");

    GrowthBenchmark(TestTown town) {
        this.town = town;
    }

    private static List<Integer> sizes() {
        return Figures.isQuick() ? List.of(10, 1000) : List.of(10, 1000, 20_000, 100_000);
    }

    @Test
    void measure() throws Exception {
        Citizen citizen = town.meta().citizens().withPhone("Mess Gustav");
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);
        new Chat(town, citizen).greeted(1);
        measure(WARM_UP, citizen, id);
        int open = 1;
        for (int size : sizes()) {
            new OpenEnquiries(town).fill(size - open);
            open = size;
            // The first look after so many writes finds caches cold and the index behind.
            town.sweep();
            measure(size, citizen, id);
        }
    }

    private void measure(int size, Citizen citizen, String id) {
        put(size, "inbound", _ -> new SignedPost(town).deliver(text(citizen)));
        for (String order : List.of("newest", "urgent", "waiting")) {
            put(size, "list-" + order, _ -> town.api().list("?order=" + order).status());
        }
        put(size, "open", _ -> town.api().open(id).status());
        put(
                size,
                "reply",
                _ -> town.api()
                                .reply(id, RandomId.next(RANDOM).value(), "Danke")
                                .status()
                        - 1);
        List<String> others = IntStream.range(0, ROUNDS + 1)
                .mapToObj(number -> opened("Mess " + size + " " + number))
                .toList();
        put(size, "resolve", round -> town.api().resolve(others.get(round)).status());
        put(size, "sweep", _ -> {
            town.sweep();
            return 200;
        });
    }

    private String opened(String name) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        assertThat(new SignedPost(town).deliver(text(citizen))).isEqualTo(200);
        return new Await(town).enquiry(citizen);
    }

    private interface Work {
        int status(int round);
    }

    /** Milliseconds, the median. */
    private void put(int size, String what, Work work) {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            assertThat(work.status(round)).isEqualTo(200);
            nanos.add(System.nanoTime() - start);
        }
        if (size != WARM_UP) {
            figures.put(what + " " + size, Figures.rank(nanos, 50) / 1e6);
        }
    }

    private static byte[] text(Citizen citizen) {
        String wamid = WamidFactory.random(citizen.bsuid(), true).text();
        return Webhooks.text(citizen, wamid, "Noch etwas").toString().getBytes(UTF_8);
    }
}
