package org.sprechstunde.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.enquiry.Tally;
import org.sprechstunde.store.WeekNumbers.Week;

/** What the council sees tells of no single enquiry. */
final class MonthNumbersTest {
    private static final List<String> ENDS = List.of("mayor", "citizen", "expiry");
    private static final List<String> FILES = List.of("image", "video", "audio", "document", "sticker");
    private static final List<String> OTHERS = List.of("text", "location", "contacts");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 5);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Who reads the numbers each day until the month is over sees nothing of it, and afterwards one state for ever. */
    @Test
    void twoSuccessiveStatesDifferByAWholeMonthOrNotAtAll() {
        List<Week> before = List.of(week(FIRST, 20), week(FIRST.plusWeeks(1), 20));
        List<Week> withOneMore = List.of(week(FIRST, 20), week(FIRST.plusWeeks(1), 21));

        for (LocalDate today = FIRST; today.isBefore(LocalDate.of(2026, 12, 1)); today = today.plusDays(1)) {
            assertThat(MonthNumbers.closed(before, today)).isEmpty();
            assertThat(MonthNumbers.closed(withOneMore, today)).isEmpty();
        }
        assertThat(MonthNumbers.closed(before, LocalDate.of(2026, 12, 1))).hasSize(1);
    }

    /** The last Thursday of November 2026 is the 26th, its Sunday the 29th. */
    @Test
    void aMonthIsOverADayAfterItsLastWeek() {
        List<Week> weeks = List.of(week(FIRST, 20));

        assertThat(MonthNumbers.closed(weeks, LocalDate.of(2026, 11, 30))).isEmpty();
        assertThat(MonthNumbers.closed(weeks, LocalDate.of(2026, 12, 1)))
                .extracting(MonthNumbers::month)
                .containsExactly(YearMonth.of(2026, 11));
    }

    @Test
    void aMonthOfFewShowsNothing() {
        MonthNumbers few = new MonthNumbers(
                YearMonth.of(2026, 11),
                Map.of(Tally.ENQUIRIES, 4L, Tally.INBOUND, 90L, Tally.ANSWERED + 0, 4L, Tally.IN_WINDOW, 4L));

        assertThat(few.shown(Tally.ENQUIRIES)).isEmpty();
        assertThat(few.shown(Tally.INBOUND)).isEmpty();
        assertThat(few.inWindow()).isEmpty();
        assertThat(few.hoursToAnswer(0.5)).isEmpty();
        assertThat(few.parts(Tally.END, ENDS).values()).containsOnly(OptionalLong.empty());
    }

    /** Whoever knows the sum and what is shown must not be able to say of anything hidden that it is under five. */
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingHiddenFollowsFromWhatIsShown(long seed) {
        Random random = new Random(seed);
        Map<String, Long> counts = new TreeMap<>();
        long all = 0;
        for (String end : ENDS) {
            long number = random.nextInt(12);
            counts.put(Tally.END + end, number);
            all += number;
        }
        counts.put(Tally.ENQUIRIES, all);

        Map<String, OptionalLong> shown = new MonthNumbers(YearMonth.of(2026, 11), counts).parts(Tally.END, ENDS);

        long rest =
                all - shown.values().stream().mapToLong(part -> part.orElse(0)).sum();
        long hidden = shown.values().stream().filter(OptionalLong::isEmpty).count();
        assertThat(shown.values()).allMatch(part -> part.isEmpty() || part.getAsLong() >= MonthNumbers.LEAST);
        assertThat(hidden).isNotEqualTo(1);
        assertThat(hidden == 0 || hidden == ENDS.size() || rest >= MonthNumbers.LEAST)
                .as("%s of %s", shown, counts)
                .isTrue();
    }

    /** Nor of two sums that share their parts: all that citizens sent, and what of it are files. */
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingHiddenFollowsFromTheFilesEither(long seed) {
        Random random = new Random(seed);
        Map<String, Long> counts = new TreeMap<>(Map.of(Tally.ENQUIRIES, 20L));
        for (String kind : FILES) {
            counts.put(Tally.KIND + kind, (long) random.nextInt(12));
        }
        long files = counts.values().stream().mapToLong(Long::longValue).sum() - 20;
        for (String kind : OTHERS) {
            counts.put(Tally.KIND + kind, (long) random.nextInt(40));
        }
        counts.put(Tally.FILES, files);
        MonthNumbers month = new MonthNumbers(YearMonth.of(2026, 11), counts);

        Map<String, OptionalLong> kinds = month.kinds(FILES, OTHERS);

        assertThat(month.files(FILES, OTHERS).isEmpty()
                        || (tellsNothing(kinds, counts, FILES) && tellsNothing(kinds, counts, OTHERS)))
                .as("%s of %s", kinds, counts)
                .isTrue();
    }

    private static boolean tellsNothing(Map<String, OptionalLong> kinds, Map<String, Long> counts, List<String> of) {
        List<Long> hidden = of.stream()
                .filter(kind -> Objects.requireNonNull(kinds.get(kind)).isEmpty())
                .map(kind -> Objects.requireNonNull(counts.get(Tally.KIND + kind)))
                .toList();
        long together = hidden.stream().mapToLong(Long::longValue).sum();
        return hidden.isEmpty() || (hidden.size() > 1 && together >= MonthNumbers.LEAST);
    }

    @Test
    void filesAreSaidWhereNothingFollows() {
        Map<String, Long> counts = new TreeMap<>(Map.of(Tally.ENQUIRIES, 20L, Tally.FILES, 50L));
        FILES.forEach(kind -> counts.put(Tally.KIND + kind, 10L));
        OTHERS.forEach(kind -> counts.put(Tally.KIND + kind, 10L));

        assertThat(new MonthNumbers(YearMonth.of(2026, 11), counts).files(FILES, OTHERS))
                .hasValue(50);

        // Another kind is hidden with the one that is too small; the two together tell of neither.
        counts.put(Tally.KIND + "sticker", 2L);
        counts.put(Tally.KIND + "location", 2L);
        assertThat(new MonthNumbers(YearMonth.of(2026, 11), counts).files(FILES, OTHERS))
                .isEmpty();
    }

    @Test
    void halfAndNineInTenAreSaidByTheTimesThatAreCounted() {
        MonthNumbers month = new MonthNumbers(
                YearMonth.of(2026, 11),
                Map.of(
                        Tally.ENQUIRIES,
                        20L,
                        Tally.ANSWERED + 0,
                        6L,
                        Tally.ANSWERED + 1,
                        6L,
                        Tally.ANSWERED + 3,
                        6L,
                        Tally.ANSWERED + 6,
                        2L));

        assertThat(month.hoursToAnswer(0.5)).hasValue(4);
        assertThat(month.hoursToAnswer(0.9)).hasValue(24);
        assertThat(month.hoursToAnswer(1)).isEmpty();
    }

    private static Week week(LocalDate thursday, long enquiries) {
        return new Week(thursday, Map.of(Tally.ENQUIRIES, enquiries));
    }
}
