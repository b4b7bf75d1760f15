package org.sprechstunde.autoreply.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sprechstunde.platform.TextSettings;

/**
 * Days on which nobody is in the town hall, whatever the weekday.
 *
 * @param state whose public holidays they are
 * @param yearly the town's own in each year
 * @param once the town's own in one year
 */
record ClosedDays(FederalState state, Set<MonthDay> yearly, Set<LocalDate> once) {
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?");

    /** Or one day somebody would wait for a town hall that never opens again. */
    private static final int MOST = 50;

    ClosedDays {
        yearly = Set.copyOf(yearly);
        once = Set.copyOf(once);
        if (yearly.size() + once.size() > MOST) {
            throw new IllegalArgumentException("CLOSED_DAYS names more than " + MOST + " days");
        }
    }

    /** Those of the town's settings. */
    static ClosedDays of(TextSettings.Opening opening) {
        return parse(opening.closedDays(), FederalState.of(opening.federalState()));
    }

    /**
     * Days such as {@code 24.12., 15.02.2027}: of each year, or of that one.
     *
     * @throws IllegalArgumentException if they cannot be read
     */
    static ClosedDays parse(String days, FederalState state) {
        Set<MonthDay> yearly = new HashSet<>();
        Set<LocalDate> once = new HashSet<>();
        for (String day : days.isBlank() ? new String[0] : days.split(",", -1)) {
            Matcher form = DAY.matcher(day.strip());
            if (!form.matches()) {
                throw unreadable(day);
            }
            try {
                MonthDay date = MonthDay.of(Integer.parseInt(form.group(2)), Integer.parseInt(form.group(1)));
                if (form.group(3) == null) {
                    yearly.add(date);
                } else {
                    once.add(LocalDate.of(Integer.parseInt(form.group(3)), date.getMonth(), date.getDayOfMonth()));
                }
            } catch (DateTimeException e) {
                throw unreadable(day);
            }
        }
        return new ClosedDays(state, yearly, once);
    }

    private static IllegalArgumentException unreadable(String day) {
        return new IllegalArgumentException(
                "CLOSED_DAYS cannot be read at \"" + day.strip() + "\"; write days such as 24.12., 15.02.2027");
    }

    boolean include(LocalDate day) {
        return state.isHoliday(day) || once.contains(day) || yearly.contains(MonthDay.from(day));
    }
}
