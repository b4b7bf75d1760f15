package org.sprechstunde.autoreply.text;

import static java.time.DayOfWeek.WEDNESDAY;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sixteen states, and the days that are public holidays by the law of each in the whole of it. What is one in some
 * municipalities only (the Assumption in Bavaria, Corpus Christi in Saxony and Thuringia) is a town's closed day.
 */
enum FederalState {
    BB,
    BE,
    BW,
    BY,
    HB,
    HE,
    HH,
    MV,
    NI,
    NW,
    RP,
    SH,
    SL,
    SN,
    ST,
    TH;

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
        return Stream.concat(COMMON.stream(), own().stream())
                .anyMatch(holiday -> holiday.in(day.getYear()).equals(day));
    }

    private List<Holiday> own() {
        return switch (this) {
            case BB -> List.of(Holiday.EASTER_SUNDAY, Holiday.WHIT_SUNDAY, Holiday.REFORMATION);
            case BE -> List.of(Holiday.WOMENS_DAY);
            case BW, BY -> List.of(Holiday.EPIPHANY, Holiday.CORPUS_CHRISTI, Holiday.ALL_SAINTS);
            case HB, HH, NI, SH -> List.of(Holiday.REFORMATION);
            case HE -> List.of(Holiday.CORPUS_CHRISTI);
            case MV -> List.of(Holiday.WOMENS_DAY, Holiday.REFORMATION);
            case NW, RP -> List.of(Holiday.CORPUS_CHRISTI, Holiday.ALL_SAINTS);
            case SL -> List.of(Holiday.CORPUS_CHRISTI, Holiday.ASSUMPTION, Holiday.ALL_SAINTS);
            case SN -> List.of(Holiday.REFORMATION, Holiday.REPENTANCE);
            case ST -> List.of(Holiday.EPIPHANY, Holiday.REFORMATION);
            case TH -> List.of(Holiday.CHILDRENS_DAY, Holiday.REFORMATION);
        };
    }

    private enum Holiday {
        NEW_YEAR,
        EPIPHANY,
        WOMENS_DAY,
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        ASCENSION,
        WHIT_SUNDAY,
        WHIT_MONDAY,
        CORPUS_CHRISTI,
        ASSUMPTION,
        CHILDRENS_DAY,
        UNITY,
        REFORMATION,
        ALL_SAINTS,
        REPENTANCE,
        CHRISTMAS,
        SECOND_CHRISTMAS;

        LocalDate in(int year) {
            return switch (this) {
                case NEW_YEAR -> LocalDate.of(year, 1, 1);
                case EPIPHANY -> LocalDate.of(year, 1, 6);
                case WOMENS_DAY -> LocalDate.of(year, 3, 8);
                case GOOD_FRIDAY -> easter(year).minusDays(2);
                case EASTER_SUNDAY -> easter(year);
                case EASTER_MONDAY -> easter(year).plusDays(1);
                case LABOUR_DAY -> LocalDate.of(year, 5, 1);
                case ASCENSION -> easter(year).plusDays(39);
                case WHIT_SUNDAY -> easter(year).plusDays(49);
                case WHIT_MONDAY -> easter(year).plusDays(50);
                case CORPUS_CHRISTI -> easter(year).plusDays(60);
                case ASSUMPTION -> LocalDate.of(year, 8, 15);
                case CHILDRENS_DAY -> LocalDate.of(year, 9, 20);
                case UNITY -> LocalDate.of(year, 10, 3);
                case REFORMATION -> LocalDate.of(year, 10, 31);
                case ALL_SAINTS -> LocalDate.of(year, 11, 1);
                case REPENTANCE -> LocalDate.of(year, 11, 23).with(TemporalAdjusters.previous(WEDNESDAY));
                case CHRISTMAS -> LocalDate.of(year, 12, 25);
                case SECOND_CHRISTMAS -> LocalDate.of(year, 12, 26);
            };
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
