package org.sprechstunde.acceptance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.build.SearchTime;

/** The proof of the proof. That the true code passes the same schedules is {@link SimulationTest}'s part. */
@Order(SearchTime.LAST)
@Tag("full")
final class MutationTest {
    private static final int LEAST = 3;

    @Test
    @SuppressWarnings("SystemOut") // the build's reader wants to see it
    void mistakesOfOursAreFound() throws Exception {
        List<CodeMutation> mistakes = SearchTime.fromTodays(List.of(CodeMutation.values()), LEAST);
        int tried = 0;

        for (CodeMutation mistake : mistakes) {
            if (tried < LEAST || SearchTime.isLeft()) {
                String said = MutatedClasses.of(mistake).search();
                System.out.println(mistake + ": " + said.lines().findFirst().orElse(""));
                assertThat(said).as("%s", mistake).contains(ScheduleSearch.FOUND);
                tried++;
            }
        }

        SearchTime.tell("mistakes of ours", tried, mistakes.size());
    }
}
