package org.sprechstunde.tasks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.store.ItemKey;

/**
 * In which order waiting tasks are begun: what forgets first, then each citizen in turn, however many wait of one. Who
 * begins is drawn by lot, so that without any memory of who came last nobody comes last for ever.
 */
final class FairShares {
    /** Of one citizen: what forgets, what is said in a moment, what takes its time. */
    private static final Comparator<ItemKey> URGENT_FIRST =
            Comparator.comparing((ItemKey place) -> !forgets(place)).thenComparing(FairShares::isFile);

    private FairShares() {}

    /** All of {@code waiting}, which come by the time at which they are due. */
    static List<ItemKey> order(Collection<ItemKey> waiting, RandomGenerator random) {
        Map<String, Deque<ItemKey>> citizens = new LinkedHashMap<>();
        waiting.stream()
                .sorted(URGENT_FIRST)
                .forEach(place -> citizens.computeIfAbsent(place.pk(), _ -> new ArrayDeque<>())
                        .add(place));
        List<Deque<ItemKey>> turns = new ArrayList<>(citizens.values());
        Collections.shuffle(turns, Random.from(random));
        List<ItemKey> order = new ArrayList<>();
        while (!turns.isEmpty()) {
            turns.forEach(own -> order.add(own.remove()));
            turns.removeIf(Deque::isEmpty);
        }
        order.sort(Comparator.comparing(place -> !forgets(place)));
        return order;
    }

    private static boolean forgets(ItemKey place) {
        return place.isTask(Task.Kind.FORGET) || place.isTask(Task.Kind.FORGET_FILE);
    }

    private static boolean isFile(ItemKey place) {
        return place.isTask(Task.Kind.FETCH_MEDIA);
    }
}
