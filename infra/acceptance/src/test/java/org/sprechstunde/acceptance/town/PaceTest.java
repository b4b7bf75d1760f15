package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.bench.Figures;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.WamidFactory;

/**
 * Guards against what makes something several times as slow. Two things in turns, medians, and bounds so wide that a machine
 * which is busy with others never crosses them; what is really reached, {@code infra/bench/run} measures.
 */
@Tag("full")
@OwnTown
@InTown
final class PaceTest {
    private static final int ROUNDS = 40;

    private final TestTown town;

    PaceTest(TestTown town) {
        this.town = town;
    }

    /** Measured 1.3. */
    @Test
    void aTextTakesLittleMoreThanTheCallsThatItMustMake() {
        Citizen citizen = town.meta().citizens().withPhone("Takt Anna");
        BareStores bare = new BareStores(town);

        double ratio = ratio(
                () -> town.town().invoke("WebhookFunction", new SignedPost(town).event(text(citizen))),
                () -> bare.message(citizen.bsuid()));

        assertThat(ratio).isLessThan(6);
    }

    /** Each list costs what it shows: over a query of as many places, that costs the same beside however many. */
    @Test
    void aListTakesAsLongBesideAThousandAsBesideAPageful() throws Exception {
        OpenEnquiries enquiries = new OpenEnquiries(town);
        enquiries.fill(60);
        Map<String, Double> few = lists();
        enquiries.fill(1000);
        Map<String, Double> many = lists();

        assertThat(many)
                .allSatisfy((order, ratio) -> assertThat(ratio).as(order).isLessThan(4 * few.getOrDefault(order, 0.0)));
    }

    private Map<String, Double> lists() {
        BareStores bare = new BareStores(town);
        return Stream.of("urgent", "waiting", "newest")
                .collect(Collectors.toMap(
                        order -> order, order -> ratio(() -> town.api().list("?order=" + order), bare::places)));
    }

    private static double ratio(Runnable ours, Runnable theirs) {
        List<Long> one = new ArrayList<>();
        List<Long> other = new ArrayList<>();
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long first = nanos(ours);
            long second = nanos(theirs);
            if (round >= 0) {
                one.add(first);
                other.add(second);
            }
        }
        return Figures.rank(one, 50) / Figures.rank(other, 50);
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static byte[] text(Citizen citizen) {
        String wamid = WamidFactory.random(citizen.bsuid(), true).text();
        return Webhooks.text(citizen, wamid, "Noch etwas").toString().getBytes(UTF_8);
    }
}
