package org.sprechstunde.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waits are as long as WhatsApp wishes, and end before the function does. */
final class ResendPolicyTest {
    private final List<Long> waits = new ArrayList<>();
    private Duration left = Duration.ZERO;

    @ParameterizedTest
    @CsvSource({"29, 3", "25, 3", "24, 2", "9, 2", "8, 1", "5, 1", "4, 0", "0, 0"})
    void itWaitsOnlyAsLongAsTheFunctionLivesToHearTheAnswer(int seconds, int tries) {
        left = Duration.ofSeconds(seconds);

        assertThat(patience().ask(() -> "busy", "busy"::equals)).isEqualTo("busy");

        assertThat(waits).isEqualTo(List.of(1L, 4L, 16L).subList(0, tries));
    }

    @Test
    void itStopsAtTheFirstAnswerThatCounts() {
        left = Duration.ofSeconds(29);
        var answers = new ArrayList<>(List.of("busy", "done", "never asked for"));

        assertThat(patience().ask(answers::removeFirst, "busy"::equals)).isEqualTo("done");

        assertThat(waits).containsExactly(1L);
        assertThat(answers).hasSize(1);
    }

    private ResendPolicy patience() {
        return new ResendPolicy(this::passes, () -> left);
    }

    private void passes(Duration wait) {
        waits.add(wait.toSeconds());
        left = left.minus(wait);
    }
}
