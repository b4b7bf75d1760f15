package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every policy tries as often and waits as long as it says; how it ended is never in doubt. */
final class RetryPolicyTest {
    private final List<Long> waits = new ArrayList<>();
    private Duration left = Duration.ofDays(1);
    private final Retry retry = new Retry(this::passes, new SecureRandom(), () -> left);

    @ParameterizedTest
    @CsvSource({
        "WRITERS, 12, 0 20 40 60 80 100 120 140 160 180 200",
        "BACKGROUND_WRITERS, 8, 500 500 500 500 500 500 500",
        "CONFLICT, 10, 10 20 30 40 50 60 70 80 90",
        "UNPROCESSED, 9, 25 50 100 200 400 800 1600 3200",
        "AWS, 3, 100 200",
        "DOWNLOAD, 3, 500 1000",
        "WHATSAPP, 4, 1000 4000 16000"
    })
    void whatNeverSucceedsIsGivenUpAfterTheseWaitsAndWithoutALastOne(RetryPolicy policy, int tries, String expected) {
        List<String> tried = new ArrayList<>();

        Optional<String> result = retry.until(policy, () -> {
            tried.add("try");
            return Optional.empty();
        });

        assertThat(result).isEmpty();
        assertThat(tried).hasSize(tries);
        assertThat(waits.stream().map(String::valueOf)).containsExactly(expected.split(" "));
    }

    @Test
    void theWaitsOfWhatArrivesDiffer() {
        assertThat(retry.until(Optional::empty)).isEmpty();
        assertThat(retry.untilDone(() -> false)).isFalse();

        assertThat(waits).hasSize(2 * 19);
        for (int wait = 0; wait < waits.size(); wait++) {
            long least = 20L * (wait % 19 + 1);
            assertThat(waits.get(wait)).isBetween(least, least + 19);
        }
        assertThat(waits.subList(0, 19)).isNotEqualTo(waits.subList(19, 38));
    }

    /** As the SDK's own client of it does: eight times more, from 25 ms on. */
    @Test
    void theWaitsForDynamoDbDoubleAndDiffer() {
        assertThat(retry.until(RetryPolicy.DYNAMODB, Optional::empty)).isEmpty();

        assertThat(waits).hasSize(8);
        for (int wait = 0; wait < waits.size(); wait++) {
            assertThat(waits.get(wait)).isBetween(25L << wait, (25L << wait) + 24);
        }
    }

    @Test
    void theFirstResultEndsIt() {
        var answers = new ArrayList<>(
                List.<Optional<String>>of(Optional.empty(), Optional.of("done"), Optional.of("never asked for")));

        assertThat(retry.until(RetryPolicy.WRITERS, answers::removeFirst)).contains("done");
        assertThat(retry.untilDone(() -> true)).isTrue();

        assertThat(waits).containsExactly(0L);
        assertThat(answers).hasSize(1);
    }

    @Test
    void eachTryBeginsWithWhatTheOneBeforeHasLeft() {
        Optional<String> three = retry.until(
                RetryPolicy.WRITERS, 1, number -> number < 3 ? Retry.Attempt.again(number + 1) : done(number));
        Optional<String> never = retry.until(RetryPolicy.DOWNLOAD, 1, Retry.Attempt::again);

        assertThat(three).contains("3");
        assertThat(never).isEmpty();
        assertThat(waits).containsExactly(0L, 20L, 500L, 1000L);
    }

    @Test
    void theExceptionOfTooManyWritersNamesWhoGaveUp() {
        Optional<String> never = retry.until(RetryPolicy.DOWNLOAD, Optional::empty);

        assertThatExceptionOfType(Retry.TooManyWriters.class)
                .isThrownBy(() -> never.orElseThrow(Retry.TooManyWriters::new))
                .satisfies(e -> assertThat(LogField.cause(e).value()).contains("RetryPolicyTest"));
    }

    @ParameterizedTest
    @CsvSource({"29, 3", "25, 3", "24, 2", "9, 2", "8, 1", "5, 1", "4, 0", "0, 0"})
    void whatsAppIsAskedAgainOnlyAsLongAsTheFunctionLivesToHearTheAnswer(int seconds, int tries) {
        left = Duration.ofSeconds(seconds);

        assertThat(retry.within(() -> left).ask(RetryPolicy.WHATSAPP, () -> "busy", "busy"::equals))
                .isEqualTo("busy");

        assertThat(waits).isEqualTo(List.of(1000L, 4000L, 16000L).subList(0, tries));
    }

    @Test
    void whatsAppIsAskedNoMoreAfterTheFirstAnswerThatCounts() {
        left = Duration.ofSeconds(29);
        var answers = new ArrayList<>(List.of("busy", "done", "never asked for"));

        assertThat(retry.within(() -> left).ask(RetryPolicy.WHATSAPP, answers::removeFirst, "busy"::equals))
                .isEqualTo("done");

        assertThat(waits).containsExactly(1000L);
        assertThat(answers).hasSize(1);
    }

    private static Retry.Attempt<Integer, String> done(int number) {
        return Retry.Attempt.done(Integer.toString(number));
    }

    private void passes(Duration wait) {
        waits.add(wait.toMillis());
        left = left.minus(wait);
    }
}
