package org.sprechstunde.autoreply.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When somebody is in the town hall, by the clock on its wall. */
final class OfficeHoursTest {
    /** 25 November 2026 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-25T07:59, true",
        "2026-11-25T08:00, false",
        "2026-11-25T15:59, false",
        "2026-11-25T16:00, true",
        "2026-11-27T11:59, false",
        "2026-11-27T12:00, true",
        "2026-11-28T10:00, true",
        "2026-11-29T10:00, true",
        "2026-11-30T08:00, false"
    })
    void aMinuteIsInsideOrOutside(LocalDateTime time, boolean outside) {
        OfficeHours hours = OfficeHours.parse("Mo-Do 08:00-16:00, Fr 8:00-12:00");

        assertThat(hours.isOutside(inTown(time))).isEqualTo(outside);
    }

    @Test
    void aDayMayHaveABreak() {
        OfficeHours hours = OfficeHours.parse("Mi 08:00-12:00,Mi 14:00-18:00");

        assertThat(hours.isOutside(inTown(LocalDateTime.parse("2026-11-25T13:00"))))
                .isTrue();
        assertThat(hours.isOutside(inTown(LocalDateTime.parse("2026-11-25T14:00"))))
                .isFalse();
    }

    /** At the same instant of the day by the world's clock, in summer and in winter. */
    @Test
    void theTownsClockKnowsSummerTime() {
        OfficeHours hours = OfficeHours.parse("Mo-Fr 08:00-16:00");

        assertThat(hours.isOutside(Instant.parse("2026-07-01T06:30:00Z"))).isFalse();
        assertThat(hours.isOutside(Instant.parse("2026-12-01T06:30:00Z"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Mo-So 00:00-24:00"})
    void withoutHoursAndWithAllNobodyWritesOutsideOfThem(String hours) {
        for (int hour = 0; hour < 24 * 7; hour++) {
            assertThat(OfficeHours.parse(hours)
                            .isOutside(inTown(
                                    LocalDateTime.parse("2026-11-23T00:00").plusHours(hour))))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon-Fri 08:00-16:00",
                "Mo-Fr 8-16",
                "Mo-Fr 08:00-16:00,",
                "Fr-Mo 08:00-16:00",
                "Mo 16:00-08:00",
                "Mo 08:00-08:00",
                "Mo 08:00-25:00",
                "Mo 08:60-12:00",
                "Mo 08:00-12:00; Di 08:00-12:00",
                "immer"
            })
    void whatCannotBeReadIsAnErrorThatSaysHowToWriteIt(String hours) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfficeHours.parse(hours))
                .withMessageContaining("OFFICE_HOURS")
                .withMessageContaining("Mo-Do 08:00-16:00, Fr 08:00-12:00");
    }

    private static Instant inTown(LocalDateTime time) {
        return time.atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }
}
