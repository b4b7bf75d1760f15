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
        OfficeHours hours = parse("Mo-Do 08:00-16:00, Fr 8:00-12:00");

        assertThat(hours.isOutside(inTown(time))).isEqualTo(outside);
    }

    @Test
    void aDayMayHaveABreak() {
        OfficeHours hours = parse("Mi 08:00-12:00,Mi 14:00-18:00");

        assertThat(hours.isOutside(inTown(LocalDateTime.parse("2026-11-25T13:00"))))
                .isTrue();
        assertThat(hours.isOutside(inTown(LocalDateTime.parse("2026-11-25T14:00"))))
                .isFalse();
    }

    /** At the same instant of the day by the world's clock, in summer and in winter. */
    @Test
    void theTownsClockKnowsSummerTime() {
        OfficeHours hours = parse("Mo-Fr 08:00-16:00");

        assertThat(hours.isOutside(Instant.parse("2026-07-01T06:30:00Z"))).isFalse();
        assertThat(hours.isOutside(Instant.parse("2026-12-01T06:30:00Z"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Mo-So 00:00-24:00"})
    void withoutHoursAndWithAllNobodyWritesOutsideOfThem(String hours) {
        for (int hour = 0; hour < 24 * 7; hour++) {
            assertThat(parse(hours)
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
                .isThrownBy(() -> parse(hours))
                .withMessageContaining("OFFICE_HOURS")
                .withMessageContaining("Mo-Do 08:00-16:00, Fr 08:00-12:00");
    }

    /** 24 December 2026 is a Thursday, Easter 2027 on 28 March, Corpus Christi on 27 May. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-25T16:00, 2026-11-26T08:00",
        "2026-11-25T07:00, 2026-11-25T08:00",
        "2026-11-27T12:00, 2026-11-30T08:00",
        "2026-12-23T17:00, 2026-12-28T08:00",
        "2026-12-30T16:00, 2027-01-04T08:00",
        "2027-03-25T16:30, 2027-03-30T08:00",
        "2027-05-26T18:00, 2027-05-28T08:00"
    })
    void nobodyIsThereUntilTheNextDayThatIsNeitherHolidayNorClosed(LocalDateTime written, LocalDateTime back) {
        OfficeHours hours = OfficeHours.parse(
                "Mo-Do 08:00-16:00, Fr 08:00-12:00", ClosedDays.parse("24.12., 31.12.", FederalState.HE));

        assertThat(hours.isOutside(inTown(written))).isTrue();
        assertThat(hours.nextOpening(inTown(written))).isEqualTo(inTown(back));
        assertThat(hours.isOutside(inTown(back))).isFalse();
    }

    @Test
    void aDayThatIsClosedOnceIsOpenInTheNextYear() {
        OfficeHours hours =
                OfficeHours.parse("Mo-So 08:00-16:00", ClosedDays.parse("24.12., 15.2.2027", FederalState.HE));

        assertThat(hours.isOutside(inTown(LocalDateTime.parse("2027-02-15T10:00"))))
                .isTrue();
        assertThat(hours.isOutside(inTown(LocalDateTime.parse("2028-02-15T10:00"))))
                .isFalse();
        assertThat(hours.isOutside(inTown(LocalDateTime.parse("2028-12-24T10:00"))))
                .isTrue();
    }

    @Test
    void theAfternoonIsTheNextOpeningOfANoon() {
        OfficeHours hours = parse("Mi 14:00-18:00, Mi 08:00-12:00");

        assertThat(hours.nextOpening(inTown(LocalDateTime.parse("2026-11-25T12:30"))))
                .isEqualTo(inTown(LocalDateTime.parse("2026-11-25T14:00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24.12", "24.12.26", "32.1.", "29.2.2027", "24.12.;31.12.", "24.12.,", "Heiligabend"})
    void aClosedDayThatCannotBeReadIsAnErrorThatSaysHowToWriteIt(String days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosedDays.parse(days, FederalState.HE))
                .withMessageContaining("CLOSED_DAYS")
                .withMessageContaining("24.12., 15.02.2027");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T07:59, true",
        "2026-11-25T08:00, false",
        "2026-11-25T20:59, false",
        "2026-11-25T21:00, true",
        "2026-07-25T07:59, true",
        "2026-07-25T20:59, false"
    })
    void theNightIsTheTowns(LocalDateTime time, boolean night) {
        assertThat(OfficeHours.isNight(inTown(time))).isEqualTo(night);
    }

    private static OfficeHours parse(String hours) {
        return OfficeHours.parse(hours, ClosedDays.parse("", FederalState.HE));
    }

    private static Instant inTown(LocalDateTime time) {
        return time.atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }
}
