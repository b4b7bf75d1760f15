package org.sprechstunde.autoreply.text;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.platform.TextSettings;

/** When somebody is in the town hall, by its clock: hours of a week, but for public holidays and the town's closed days. */
public final class OfficeHours {
    private static final List<String> DAYS = List.of("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So");
    private static final String DAY = "(Mo|Di|Mi|Do|Fr|Sa|So)";
    private static final String TIME = "([01]?\\d|2[0-3]):([0-5]\\d)|24:00";
    private static final Pattern PERIOD =
            Pattern.compile(DAY + "(?:-" + DAY + ")? (?<from>" + TIME + ")-(?<to>" + TIME + ")");
    private static final int HOUR = 60;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    private final List<Period> periods;
    private final ClosedDays closedDays;

    private OfficeHours(List<Period> periods, ClosedDays closedDays) {
        this.periods = List.copyOf(periods);
        this.closedDays = closedDays;
    }

    /** Minutes of each of these days, from the first until before the last. */
    private record Period(DayOfWeek first, DayOfWeek last, int from, int to) {
        boolean holds(DayOfWeek day, int minute) {
            return isOn(day) && minute >= from && minute < to;
        }

        boolean isOn(DayOfWeek day) {
            return day.compareTo(first) >= 0 && day.compareTo(last) <= 0;
        }
    }

    /** Those of the town's settings. */
    public static OfficeHours of(Settings settings) {
        TextSettings.Opening opening = settings.texts().opening();
        return parse(opening.officeHours(), ClosedDays.of(opening));
    }

    /**
     * Hours such as {@code Mo-Do 08:00-16:00, Fr 08:00-12:00}; if {@code hours} is empty, it is never outside of them.
     *
     * @throws IllegalArgumentException if they cannot be read
     */
    static OfficeHours parse(String hours, ClosedDays closedDays) {
        List<Period> periods = new ArrayList<>();
        if (!hours.isBlank()) {
            for (String period : hours.split(",", -1)) {
                periods.add(period(period.strip()));
            }
        }
        return new OfficeHours(periods, closedDays);
    }

    private static Period period(String text) {
        Matcher form = PERIOD.matcher(text);
        if (!form.matches()) {
            throw unreadable(text);
        }
        DayOfWeek first = day(form.group(1));
        DayOfWeek last = form.group(2) == null ? first : day(form.group(2));
        Period period = new Period(first, last, minutes(form.group("from")), minutes(form.group("to")));
        if (last.compareTo(first) < 0 || period.to() <= period.from()) {
            throw unreadable(text);
        }
        return period;
    }

    private static DayOfWeek day(String word) {
        return DayOfWeek.of(DAYS.indexOf(word) + 1);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("OFFICE_HOURS cannot be read at \"" + text
                + "\"; write days and times in order, such as Mo-Do 08:00-16:00, Fr 08:00-12:00");
    }

    private static int minutes(String time) {
        String[] parts = time.split(":", -1);
        return Integer.parseInt(parts[0]) * HOUR + Integer.parseInt(parts[1]);
    }

    /** Whether nobody is there at {@code time}. */
    public boolean isOutside(Instant time) {
        ZonedDateTime there = time.atZone(Settings.ZONE);
        int minute = there.toLocalTime().toSecondOfDay() / HOUR;
        return !periods.isEmpty()
                && (closedDays.include(there.toLocalDate())
                        || periods.stream().noneMatch(period -> period.holds(there.getDayOfWeek(), minute)));
    }

    /** When somebody is there next; {@code time} itself if somebody is there. */
    public Instant nextOpening(Instant time) {
        if (!isOutside(time)) {
            return time;
        }
        LocalDate today = LocalDate.ofInstant(time, Settings.ZONE);
        return Stream.iterate(today, day -> day.plusDays(1))
                .filter(day -> !closedDays.include(day))
                .flatMap(this::openings)
                .filter(opening -> opening.isAfter(time))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Instant> openings(LocalDate day) {
        return periods.stream()
                .filter(period -> period.isOn(day.getDayOfWeek()))
                .map(period -> day.atTime(LocalTime.of(period.from() / HOUR, period.from() % HOUR))
                        .atZone(Settings.ZONE)
                        .toInstant())
                .sorted();
    }

    /** Whether people in the town sleep at {@code time}, and nobody's phone is to ring. */
    public static boolean isNight(Instant time) {
        LocalTime there = LocalTime.ofInstant(time, Settings.ZONE);
        return there.isBefore(MORNING) || !there.isBefore(EVENING);
    }
}
