package org.sprechstunde.inbox;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Tally;
import org.sprechstunde.store.WeekNumbers.Week;

/**
 * A month of the town's numbers, of the weeks whose Thursday lies in it, as everybody may see it. No cell under five is
 * shown, and none that could be computed from those that are: what is hidden of a sum are at least two cells, which together
 * hold five or more.
 *
 * @param counts what was counted, unhidden: nothing of it may be shown as it is
 */
record MonthNumbers(YearMonth month, Map<String, Long> counts) {
    static final long LEAST = 5;

    /** Months that are over and will never change again, the latest first. */
    static List<MonthNumbers> closed(List<Week> weeks, LocalDate today) {
        Map<YearMonth, Map<String, Long>> months = new TreeMap<>(Comparator.reverseOrder());
        for (Week week : weeks) {
            YearMonth month = YearMonth.from(week.thursday());
            if (isOver(month, today)) {
                Map<String, Long> counts = months.computeIfAbsent(month, _ -> new TreeMap<>());
                week.counts().forEach((name, number) -> counts.merge(name, number, Long::sum));
            }
        }
        return months.entrySet().stream()
                .map(entry -> new MonthNumbers(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** With a day to spare, for no two clocks go alike; the last Thursday's week ends on a Sunday. */
    private static boolean isOver(YearMonth month, LocalDate today) {
        LocalDate last = month.atEndOfMonth();
        LocalDate thursday = last.minusDays((last.getDayOfWeek().getValue() + 3) % 7);
        return today.isAfter(thursday.plusDays(4));
    }

    /** A number that may be shown; empty if it is too small. */
    OptionalLong shown(String name) {
        long number = counts.getOrDefault(name, 0L);
        return isCounted() && number >= LEAST ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private boolean isCounted() {
        return counts.getOrDefault(Tally.ENQUIRIES, 0L) >= LEAST;
    }

    /** The parts of a sum that begin so, by what follows; those that are hidden are empty. */
    Map<String, OptionalLong> parts(String prefix, List<String> names) {
        Map<String, Long> parts = new LinkedHashMap<>();
        names.forEach(name -> parts.put(name, counts.getOrDefault(prefix + name, 0L)));
        return safe(parts);
    }

    /** What citizens sent, by kind: {@code files} of some, and {@code others}. */
    Map<String, OptionalLong> kinds(List<String> files, List<String> others) {
        return parts(Tally.KIND, Stream.of(files, others).flatMap(List::stream).toList());
    }

    /** Of both directions; hidden where, did the town send none, too much would follow of those kinds that are hidden. */
    OptionalLong files(List<String> files, List<String> others) {
        Map<String, OptionalLong> shown = kinds(files, others);
        return isSafe(shown, files) && isSafe(shown, others) ? shown(Tally.FILES) : OptionalLong.empty();
    }

    private boolean isSafe(Map<String, OptionalLong> shown, List<String> kinds) {
        List<Long> hidden = kinds.stream()
                .filter(kind -> shown.getOrDefault(kind, OptionalLong.empty()).isEmpty())
                .map(kind -> counts.getOrDefault(Tally.KIND + kind, 0L))
                .toList();
        long together = hidden.stream().mapToLong(Long::longValue).sum();
        return hidden.isEmpty() || (hidden.size() > 1 && together >= LEAST);
    }

    /** Those with an answer within WhatsApp's 24 hours; hidden with the others, whose number follows from it. */
    OptionalLong inWindow() {
        long inside = counts.getOrDefault(Tally.IN_WINDOW, 0L);
        long all = counts.getOrDefault(Tally.ENQUIRIES, 0L);
        return safe(Map.of("in", inside, "out", all - inside)).getOrDefault("in", OptionalLong.empty());
    }

    private Map<String, OptionalLong> safe(Map<String, Long> parts) {
        List<Map.Entry<String, Long>> ascending =
                parts.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        List<String> hidden = new ArrayList<>();
        long together = 0;
        for (Map.Entry<String, Long> part : ascending) {
            boolean tooFew = part.getValue() < LEAST;
            boolean follows = !hidden.isEmpty() && (hidden.size() == 1 || together < LEAST);
            if (tooFew || follows || !isCounted()) {
                hidden.add(part.getKey());
                together += part.getValue();
            }
        }
        return parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> hidden.contains(part.getKey())
                                ? OptionalLong.empty()
                                : OptionalLong.of(part.getValue()),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    /** Within which of the times that are counted this share of the first answers came, in hours; empty for later or too few. */
    OptionalLong hoursToAnswer(double share) {
        long[] buckets = IntStream.rangeClosed(0, Tally.ANSWERED_WITHIN.size())
                .mapToLong(place -> counts.getOrDefault(Tally.ANSWERED + place, 0L))
                .toArray();
        long all = Arrays.stream(buckets).sum();
        long wanted = (long) Math.ceil(all * share);
        long sum = 0;
        for (int place = 0; all >= LEAST && isCounted() && place < Tally.ANSWERED_WITHIN.size(); place++) {
            sum += buckets[place];
            if (sum >= wanted) {
                return OptionalLong.of(Tally.ANSWERED_WITHIN.get(place).toHours());
            }
        }
        return OptionalLong.empty();
    }
}
