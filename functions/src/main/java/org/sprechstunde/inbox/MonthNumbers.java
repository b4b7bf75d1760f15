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
import org.sprechstunde.enquiry.Tally;
import org.sprechstunde.store.WeekNumbers.Week;

/**
 * A month of the town's numbers, of the weeks whose Thursday lies in it, as everybody may see it. What is shown comes of five
 * enquiries or more, and so does all that could be computed from it: what is hidden of a sum are at least two cells, which
 * together hold five or more.
 *
 * @param counts what was counted, unhidden: nothing of it may be shown as it is
 */
record MonthNumbers(YearMonth month, Map<String, Long> counts) {
    static final long LEAST = 5;

    /** Younger than any of its weeks goes: a month of which only some are left would tell by what the others are gone. */
    private static final int MONTHS = 35;

    /** Months that are over and will never change again, the latest first. */
    static List<MonthNumbers> closed(List<Week> weeks, LocalDate today) {
        Map<YearMonth, Map<String, Long>> months = new TreeMap<>(Comparator.reverseOrder());
        for (Week week : weeks) {
            YearMonth month = YearMonth.from(week.thursday());
            if (isOver(month, today) && month.plusMonths(MONTHS).isAfter(YearMonth.from(today))) {
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

    OptionalLong enquiries() {
        return ofEnough(enquiriesEnded(), Tally.ENQUIRIES);
    }

    /** Each enquiry has some. */
    OptionalLong inbound() {
        return ofEnough(enquiriesEnded(), Tally.INBOUND);
    }

    /** Of many answers to a few enquiries nothing is said. */
    OptionalLong outbound() {
        return ofEnough(Arrays.stream(answered()).sum(), Tally.OUTBOUND);
    }

    private OptionalLong ofEnough(long enquiries, String name) {
        return enquiries >= LEAST ? OptionalLong.of(number(name)) : OptionalLong.empty();
    }

    private long enquiriesEnded() {
        return number(Tally.ENQUIRIES);
    }

    private long number(String name) {
        return counts.getOrDefault(name, 0L);
    }

    private boolean isCounted() {
        return enquiriesEnded() >= LEAST;
    }

    /** The parts of a sum that begin so, by what follows; those that are hidden are empty. */
    Map<String, OptionalLong> parts(String prefix, List<String> names) {
        Map<String, Long> parts = new LinkedHashMap<>();
        names.forEach(name -> parts.put(name, number(prefix + name)));
        return safe(parts);
    }

    /** In how many enquiries citizens sent such, by kind. */
    Map<String, OptionalLong> kinds(List<String> kinds) {
        Map<String, OptionalLong> shown = new LinkedHashMap<>();
        kinds.forEach(kind -> shown.put(kind, among(Tally.KIND + kind)));
        return shown;
    }

    /** In how many there was a file of any of these {@code kinds}; hidden where too few of them had none of a kind that is shown. */
    OptionalLong files(List<String> kinds) {
        long files = number(Tally.FILES);
        boolean isSafe = kinds(kinds).values().stream()
                .flatMapToLong(OptionalLong::stream)
                .allMatch(ofOneKind -> files - ofOneKind >= LEAST);
        return isSafe ? among(Tally.FILES) : OptionalLong.empty();
    }

    /** Those with an answer within WhatsApp's 24 hours. */
    OptionalLong inWindow() {
        return among(Tally.IN_WINDOW);
    }

    /** So many of the enquiries; hidden with the others, whose number follows from it. */
    private OptionalLong among(String name) {
        long inside = number(name);
        return safe(Map.of("in", inside, "out", enquiriesEnded() - inside)).getOrDefault("in", OptionalLong.empty());
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

    /**
     * Within which of the times that are counted this share of the first answers came, in hours; empty for later, or where
     * fewer than five came later than that share: their times would be told by it.
     */
    OptionalLong hoursToAnswer(double share) {
        long[] buckets = answered();
        long all = Arrays.stream(buckets).sum();
        long wanted = (long) Math.ceil(all * share);
        long sum = 0;
        for (int place = 0; all - wanted >= LEAST && isCounted() && place < Tally.ANSWERED_WITHIN.size(); place++) {
            sum += buckets[place];
            if (sum >= wanted) {
                return OptionalLong.of(Tally.ANSWERED_WITHIN.get(place).toHours());
            }
        }
        return OptionalLong.empty();
    }

    /** How many first answers came within each of the times, and later. */
    private long[] answered() {
        return IntStream.rangeClosed(0, Tally.ANSWERED_WITHIN.size())
                .mapToLong(place -> number(Tally.ANSWERED + place))
                .toArray();
    }
}
