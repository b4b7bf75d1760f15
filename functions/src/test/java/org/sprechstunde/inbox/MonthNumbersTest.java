package org.sprechstunde.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.Tally;
import org.sprechstunde.store.WeekNumbers;
import org.sprechstunde.store.WeekNumbers.Week;

/** What the council sees tells of no single enquiry. */
final class MonthNumbersTest {
    private static final List<String> ENDS = List.of("mayor", "citizen", "expiry");
    private static final List<String> FILES = List.of("image", "video", "audio", "document", "sticker");
    private static final List<String> KINDS =
            List.of("text", "image", "video", "audio", "document", "sticker", "location", "contacts");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 5);

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

        assertThat(few.enquiries()).isEmpty();
        assertThat(few.inbound()).isEmpty();
        assertThat(few.inWindow()).isEmpty();
        assertThat(few.hoursToAnswer(0.5)).isEmpty();
        assertThat(few.parts(Tally.END, ENDS).values()).containsOnly(OptionalLong.empty());
    }

    /** Whoever knows the sum and what is shown must not be able to say of anything hidden that it is under five. */
    @RepeatedTest(200)
    void nothingHiddenFollowsFromWhatIsShown(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
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

    /** Nor from an enquiry that is counted here and not there: of those who sent something, of files, of one kind. */
    @RepeatedTest(200)
    void whoIsInOneNumberAndNotInAnotherAreFiveOrMore(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Map<String, Long> counts = new TreeMap<>(Map.of(Tally.ENQUIRIES, 40L));
        for (int enquiry = 0; enquiry < 40; enquiry++) {
            boolean file = false;
            for (String kind : KINDS) {
                if (random.nextInt(FILES.size()) == 0) {
                    counts.merge(Tally.KIND + kind, 1L, Long::sum);
                    file |= FILES.contains(kind);
                }
            }
            counts.merge(Tally.FILES, file ? 1L : 0L, Long::sum);
        }
        MonthNumbers month = new MonthNumbers(YearMonth.of(2026, 11), counts);

        Map<String, OptionalLong> kinds = month.kinds(KINDS);
        OptionalLong files = month.files(FILES);

        kinds.forEach((kind, number) -> {
            apart(OptionalLong.of(40), number);
            if (FILES.contains(kind)) {
                apart(files, number);
            }
        });
        apart(OptionalLong.of(40), files);
    }

    private static void apart(OptionalLong all, OptionalLong some) {
        if (all.isPresent() && some.isPresent()) {
            assertThat(some.getAsLong()).isGreaterThanOrEqualTo(MonthNumbers.LEAST);
            assertThat(all.getAsLong() - some.getAsLong()).isGreaterThanOrEqualTo(MonthNumbers.LEAST);
        }
    }

    @Test
    void filesAreSaidWhereNothingFollows() {
        Map<String, Long> counts =
                new TreeMap<>(Map.of(Tally.ENQUIRIES, 40L, Tally.FILES, 30L, Tally.KIND + "image", 20L));
        assertThat(new MonthNumbers(YearMonth.of(2026, 11), counts).files(FILES))
                .hasValue(30);

        // Three who sent another file than an image.
        counts.put(Tally.KIND + "image", 27L);
        assertThat(new MonthNumbers(YearMonth.of(2026, 11), counts).files(FILES))
                .isEmpty();
    }

    @Test
    void manyAnswersToFewAreNotSaid() {
        MonthNumbers month = new MonthNumbers(
                YearMonth.of(2026, 11), Map.of(Tally.ENQUIRIES, 20L, Tally.OUTBOUND, 60L, Tally.ANSWERED + 0, 4L));

        assertThat(month.outbound()).isEmpty();
    }

    /** The weeks of a month go one by one; long before, nobody is shown it. */
    @Test
    void aMonthIsShownWholeOrNotAtAll() {
        List<Week> weeks = List.of(week(FIRST, 20), week(FIRST.plusWeeks(3), 20));
        LocalDate shown = LocalDate.of(2029, 9, 30);

        assertThat(MonthNumbers.closed(weeks, shown)).hasSize(1);
        assertThat(MonthNumbers.closed(weeks, shown.plusDays(1))).isEmpty();
        assertThat(shown).isBefore(FIRST.with(DayOfWeek.MONDAY).plus(WeekNumbers.KEPT.toDays(), ChronoUnit.DAYS));
    }

    @Test
    void halfAndNineInTenAreSaidByTheTimesThatAreCounted() {
        MonthNumbers month = new MonthNumbers(
                YearMonth.of(2026, 11),
                Map.of(
                        Tally.ENQUIRIES,
                        60L,
                        Tally.ANSWERED + 0,
                        18L,
                        Tally.ANSWERED + 1,
                        18L,
                        Tally.ANSWERED + 3,
                        18L,
                        Tally.ANSWERED + 6,
                        6L));

        assertThat(month.hoursToAnswer(0.5)).hasValue(4);
        assertThat(month.hoursToAnswer(0.9)).hasValue(24);
        assertThat(month.hoursToAnswer(1)).isEmpty();
    }

    /** Of nine, nine in ten are all: how long the slowest waited is one citizen's. */
    @Test
    void whatOnlyTheSlowestSayIsNotSaid() {
        MonthNumbers month = new MonthNumbers(
                YearMonth.of(2026, 11), Map.of(Tally.ENQUIRIES, 20L, Tally.ANSWERED + 0, 8L, Tally.ANSWERED + 5, 1L));

        assertThat(month.hoursToAnswer(0.9)).isEmpty();
        assertThat(month.hoursToAnswer(0.5)).isEmpty();
    }

    private static Week week(LocalDate thursday, long enquiries) {
        return new Week(thursday, Map.of(Tally.ENQUIRIES, enquiries));
    }
}
