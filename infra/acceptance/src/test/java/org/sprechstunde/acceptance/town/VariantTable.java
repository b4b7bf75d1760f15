package org.sprechstunde.acceptance.town;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sprechstunde.emulator.variants.Variant;

/** How often each of the town's flows went well, and how often it was tried, under which of WhatsApp's habits. */
final class VariantTable {
    private final Map<List<Variant>, Map<Flow, Count>> counts = new LinkedHashMap<>();

    /** What the town is for. */
    enum Flow {
        RECEIVE,
        MEDIA,
        ANSWER,
        STATUSES,
        WORD,
        RESOLVE
    }

    private record Count(int well, int tried) {
        private static final Count NONE = new Count(0, 0);
    }

    /** Counts {@code work} as tried and, unless it throws, as gone well. */
    <T> T in(List<Variant> habits, Flow flow, Supplier<T> work) {
        add(habits, flow, new Count(0, 1));
        T result = work.get();
        add(habits, flow, new Count(1, 0));
        return result;
    }

    private void add(List<Variant> habits, Flow flow, Count more) {
        counts.computeIfAbsent(habits, _ -> new EnumMap<>(Flow.class))
                .merge(flow, more, (one, two) -> new Count(one.well() + two.well(), one.tried() + two.tried()));
    }

    @SuppressWarnings("SystemOut") // the build's reader wants to see it
    void print() {
        StringBuilder table = new StringBuilder("%-58s".formatted("WhatsApp's habits"));
        for (Flow flow : Flow.values()) {
            table.append("%10s".formatted(flow));
        }
        counts.forEach((habits, flows) -> {
            table.append("%n%-58s".formatted(name(habits)));
            for (Flow flow : Flow.values()) {
                Count count = flows.getOrDefault(flow, Count.NONE);
                table.append("%10s".formatted(count.well() + "/" + count.tried()));
            }
        });
        System.out.println(table);
    }

    private static String name(List<Variant> habits) {
        return habits.isEmpty()
                ? "as documented"
                : habits.stream().map(Variant::name).collect(Collectors.joining(" + "));
    }
}
