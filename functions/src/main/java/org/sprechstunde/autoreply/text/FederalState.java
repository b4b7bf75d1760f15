package org.sprechstunde.autoreply.text;

import static java.time.DayOfWeek.WEDNESDAY;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sixteen states, and the days that are public holidays by the law of each in the whole of it. What is one in some
 * municipalities only (the Assumption in Bavaria, Corpus Christi in Saxony and Thuringia) is a town's closed day.
 */
enum FederalState {
    BB(Holiday.EASTER_SUNDAY, Holiday.WHIT_SUNDAY, Holiday.REFORMATION),
    BE(Holiday.WOMENS_DAY),
    BW(Holiday.EPIPHANY, Holiday.CORPUS_CHRISTI, Holiday.ALL_SAINTS),
    BY(Holiday.EPIPHANY, Holiday.CORPUS_CHRISTI, Holiday.ALL_SAINTS),
    HB(Holiday.REFORMATION),
    HE(Holiday.CORPUS_CHRISTI),
    HH(Holiday.REFORMATION),
    MV(Holiday.WOMENS_DAY, Holiday.REFORMATION),
    NI(Holiday.REFORMATION),
    NW(Holiday.CORPUS_CHRISTI, Holiday.ALL_SAINTS),
    RP(Holiday.CORPUS_CHRISTI, Holiday.ALL_SAINTS),
    SH(Holiday.REFORMATION),
    SL(Holiday.CORPUS_CHRISTI, Holiday.ASSUMPTION, Holiday.ALL_SAINTS),
    SN(Holiday.REFORMATION, Holiday.REPENTANCE),
    ST(Holiday.EPIPHANY, Holiday.REFORMATION),
    TH(Holiday.CHILDRENS_DAY, Holiday.REFORMATION);

    /** Everywhere in Germany. */
    private static final List<Holiday> COMMON = List.of(
            Holiday.NEW_YEAR,
            Holiday.GOOD_FRIDAY,
            Holiday.EASTER_MONDAY,
            Holiday.LABOUR_DAY,
            Holiday.ASCENSION,
            Holiday.WHIT_MONDAY,
            Holiday.UNITY,
            Holiday.CHRISTMAS,
            Holiday.SECOND_CHRISTMAS);

    private final List<Holiday> own;

    FederalState(Holiday... own) {
        this.own = List.of(own);
    }

    /**
     * The state with these two letters.
     *
     * @throws IllegalArgumentException if there is none
     */
    static FederalState of(String letters) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(letters))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "FEDERAL_STATE names an unknown state: " + letters + "; known are " + known()));
    }

    private static String known() {
        return Arrays.stream(values()).map(FederalState::name).collect(Collectors.joining(", "));
    }

    boolean isHoliday(LocalDate day) {
        return Stream.concat(COMMON.stream(), own.stream())
                .anyMatch(holiday -> holiday.in(day.getYear()).equals(day));
    }

    private enum Holiday {
        NEW_YEAR(1, 1),
        EPIPHANY(1, 6),
        WOMENS_DAY(3, 8),
        GOOD_FRIDAY(-2),
        EASTER_SUNDAY(0),
        EASTER_MONDAY(1),
        LABOUR_DAY(5, 1),
        ASCENSION(39),
        WHIT_SUNDAY(49),
        WHIT_MONDAY(50),
        CORPUS_CHRISTI(60),
        ASSUMPTION(8, 15),
        CHILDRENS_DAY(9, 20),
        UNITY(10, 3),
        REFORMATION(10, 31),
        ALL_SAINTS(11, 1),
        REPENTANCE(year -> LocalDate.of(year, 11, 23).with(TemporalAdjusters.previous(WEDNESDAY))),
        CHRISTMAS(12, 25),
        SECOND_CHRISTMAS(12, 26);

        private final IntFunction<LocalDate> date;

        Holiday(IntFunction<LocalDate> date) {
            this.date = date;
        }

        Holiday(int month, int day) {
            this(MonthDay.of(month, day)::atYear);
        }

        Holiday(int daysAfterEaster) {
            this(year -> easter(year).plusDays(daysAfterEaster));
        }

        LocalDate in(int year) {
            return date.apply(year);
        }
    }

    /** Easter Sunday by Gauss, as Lichtenberg mended it; good for all years of the Gregorian calendar. */
    private static LocalDate easter(int year) {
        int century = year / 100;
        int correction = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
        int moon = (19 * (year % 19) + correction) % 30;
        int fullMoon = 21 + moon - (moon + year % 19 / 11) / 29;
        int firstSunday = 7 - (year + year / 4 + 2 - (3 * century + 3) / 4) % 7;
        int afterFullMoon = 7 - Math.floorMod(fullMoon - firstSunday, 7);
        return LocalDate.of(year, 3, 1).plusDays(fullMoon + afterFullMoon - 1L);
    }
}
