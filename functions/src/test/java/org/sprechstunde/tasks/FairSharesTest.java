package org.sprechstunde.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.Task.Kind;
import org.sprechstunde.store.ItemKey;

/** Nobody's many files keep others waiting. */
final class FairSharesTest {
    private final Random random = new Random(5);

    @Test
    void eachCitizenHasATurnBeforeAnybodyHasASecond() {
        List<ItemKey> waiting = new ArrayList<>(files("anna", 60));
        waiting.addAll(files("bert", 2));
        waiting.addAll(files("clara", 1));

        List<ItemKey> order = FairShares.order(waiting, random);

        assertThat(order).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(order.subList(0, 3)).containsExactlyInAnyOrder(file("anna", 0), file("bert", 0), file("clara", 0));
        assertThat(order.subList(3, 5)).containsExactlyInAnyOrder(file("anna", 1), file("bert", 1));
        assertThat(order.subList(5, order.size())).isEqualTo(files("anna", 60).subList(2, 60));
    }

    @Test
    void whoIsFirstIsDrawnByLot() {
        List<ItemKey> waiting = List.of(file("anna", 0), file("bert", 0), file("clara", 0));
        Set<ItemKey> first = new HashSet<>();

        for (int draw = 0; draw < 100; draw++) {
            first.add(FairShares.order(waiting, random).getFirst());
        }

        assertThat(first).containsExactlyInAnyOrderElementsOf(waiting);
    }

    @Test
    void whatForgetsComesFirstAndWhatIsSaidBeforeFiles() {
        ItemKey greeting = task("anna", Kind.GREET, 0);
        ItemKey forget = task("bert", Kind.FORGET, 0);
        ItemKey file = task("clara", Kind.FORGET_FILE, 0);
        List<ItemKey> waiting = new ArrayList<>(files("anna", 3));
        waiting.addAll(List.of(greeting, file, forget));

        List<ItemKey> order = FairShares.order(waiting, random);

        assertThat(order.subList(0, 2)).containsExactlyInAnyOrder(forget, file);
        assertThat(order.get(2)).isEqualTo(greeting);
    }

    private static List<ItemKey> files(String citizen, int count) {
        return IntStream.range(0, count).mapToObj(nth -> file(citizen, nth)).toList();
    }

    private static ItemKey file(String citizen, int nth) {
        return task(citizen, Kind.FETCH_MEDIA, nth);
    }

    private static ItemKey task(String citizen, Kind kind, int nth) {
        return new ItemKey("ENQUIRY#" + citizen, ItemKey.TASK + kind.word() + "#" + nth);
    }
}
