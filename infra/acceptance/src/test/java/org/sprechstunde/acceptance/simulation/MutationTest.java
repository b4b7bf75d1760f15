package org.sprechstunde.acceptance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proof of the proof. That the true code passes the same schedules is {@link SimulationTest}'s part. */
final class MutationTest {
    @ParameterizedTest
    @EnumSource(Mutation.class)
    void aMistakeOfOursIsFound(Mutation mutation) throws Exception {
        String said = Mutant.of(mutation).search();

        said.lines()
                .filter(line -> line.startsWith(Search.FOUND))
                .forEach(line -> System.out.println(mutation + ": " + line));
        assertThat(said).contains(Search.FOUND);
    }
}
