package org.sprechstunde.acceptance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proof of the proof. That the true code passes the same schedules is {@link SimulationTest}'s part. */
@Order(3)
@Tag("full")
final class MutationTest {
    @ParameterizedTest
    @EnumSource(CodeMutation.class)
    void aMistakeOfOursIsFound(CodeMutation mutation) throws Exception {
        String said = MutatedClasses.of(mutation).search();

        said.lines()
                .filter(line -> line.startsWith(ScheduleSearch.FOUND))
                .forEach(line -> System.out.println(mutation + ": " + line));
        assertThat(said).contains(ScheduleSearch.FOUND);
    }
}
