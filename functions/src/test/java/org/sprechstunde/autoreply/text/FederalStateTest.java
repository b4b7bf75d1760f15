package org.sprechstunde.autoreply.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The states' public holidays, held against what another library says of the same years. */
final class FederalStateTest {
    static List<String> linesOfTheOtherLibrary() throws IOException {
        try (var in = FederalStateTest.class.getResourceAsStream("holidays.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("linesOfTheOtherLibrary")
    void eachYearHasTheHolidaysThatTheOtherLibraryKnows(String line) {
        String[] words = line.split(" ", -1);
        FederalState state = FederalState.of(words[0]);
        LocalDate first = LocalDate.of(Integer.parseInt(words[1]), 1, 1);

        List<String> ours = first.datesUntil(first.plusYears(1))
                .filter(state::isHoliday)
                .map(day -> day.toString().substring(5))
                .toList();

        assertThat(ours)
                .containsExactlyElementsOf(
                        Arrays.stream(words).skip(2).distinct().toList());
    }

    @Test
    void allSixteenAreHeldAgainstIt() throws IOException {
        assertThat(linesOfTheOtherLibrary().stream().map(line -> line.substring(0, 2)))
                .hasSizeGreaterThan(80)
                .containsAll(Arrays.stream(FederalState.values())
                        .map(FederalState::name)
                        .toList());
        assertThat(FederalState.values()).hasSize(16);
    }

    /** By the tables of the Physikalisch-Technische Bundesanstalt: the earliest, the latest and two of Gauss's exceptions. */
    @Test
    void easterIsWhenTheChurchesKeepIt() {
        for (String sunday :
                List.of("1818-03-22", "2038-04-25", "1954-04-18", "1981-04-19", "2049-04-18", "2076-04-19")) {
            assertThat(FederalState.BB.isHoliday(LocalDate.parse(sunday)))
                    .as(sunday)
                    .isTrue();
        }
    }

    @Test
    void aStateThatThereIsNotIsAnErrorThatNamesThoseThatAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FederalState.of("Hessen"))
                .withMessageContaining("FEDERAL_STATE")
                .withMessageContaining("HE, HH");
    }
}
