package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.enquiry.FailureReason.Remedy;

/** Every code that WhatsApp's reference lists for sending, as of 2026. */
final class FailureReasonTest {
    @ParameterizedTest
    @CsvSource({
        "0, TOKEN, ADMIN",
        "190, TOKEN, ADMIN",
        "3, PERMISSION, ADMIN",
        "10, PERMISSION, ADMIN",
        "200, PERMISSION, ADMIN",
        "219, PERMISSION, ADMIN",
        "299, PERMISSION, ADMIN",
        "4, BUSY, PATIENCE",
        "80007, BUSY, PATIENCE",
        "130429, BUSY, PATIENCE",
        "131056, TOO_FAST, PATIENCE",
        "1, BUSY, PATIENCE",
        "2, BUSY, PATIENCE",
        "131000, BUSY, PATIENCE",
        "131016, BUSY, PATIENCE",
        "131057, BUSY, PATIENCE",
        "133004, BUSY, PATIENCE",
        "100, OUR_MISTAKE, ADMIN",
        "131008, OUR_MISTAKE, ADMIN",
        "131009, OUR_MISTAKE, ADMIN",
        "131051, OUR_MISTAKE, ADMIN",
        "131053, OUR_MISTAKE, ADMIN",
        "132000, OUR_MISTAKE, ADMIN",
        "132001, OUR_MISTAKE, ADMIN",
        "132007, OUR_MISTAKE, ADMIN",
        "132015, OUR_MISTAKE, ADMIN",
        "132016, OUR_MISTAKE, ADMIN",
        "33, NUMBER, ADMIN",
        "133010, NUMBER, ADMIN",
        "131037, NUMBER, ADMIN",
        "131045, NUMBER, ADMIN",
        "131042, PAYMENT, ADMIN",
        "131031, ACCOUNT_LOCKED, ADMIN",
        "368, ACCOUNT_LOCKED, ADMIN",
        "130497, ACCOUNT_LOCKED, ADMIN",
        "131021, WRONG_RECIPIENT, NONE",
        "131030, WRONG_RECIPIENT, NONE",
        "131026, UNREACHABLE, NONE",
        "131035, LOST, NONE",
        "131036, LOST, NONE",
        "131047, WINDOW_CLOSED, NONE",
        "131048, HELD_BACK, NONE",
        "131049, HELD_BACK, NONE",
        "131050, OPTED_OUT, NONE",
        "130472, EXPERIMENT, NONE",
        "131052, FILE_UNREADABLE, NONE",
        "131060, NOT_AVAILABLE, NONE",
        "131062, NOT_AVAILABLE, NONE",
        "131063, NOT_AVAILABLE, NONE",
        "131064, NOT_AVAILABLE, NONE",
        "137000, IDENTITY_CHANGED, NONE",
        "139200, NOT_AVAILABLE, NONE",
        "131999, OTHER, NONE",
        "199, OTHER, NONE",
        "300, OTHER, NONE",
        "132017, OTHER, NONE"
    })
    void everyCodeHasItsReasonAndItsRemedy(long code, FailureReason reason, Remedy remedy) {
        assertThat(FailureReason.of(OptionalLong.of(code))).isEqualTo(reason);
        assertThat(reason.remedy()).isEqualTo(remedy);
    }

    @Test
    void noCodeIsNoReasonOfItsOwn() {
        assertThat(FailureReason.of(OptionalLong.empty())).isEqualTo(FailureReason.OTHER);
    }

    @Test
    void onlyWhatPassesByItselfIsWorthAnotherTry() {
        assertThat(codes(Remedy.PATIENCE))
                .containsExactly(1L, 2L, 4L, 80007L, 130429L, 131000L, 131016L, 131056L, 131057L, 133004L);
    }

    @Test
    void theAdminIsCalledForWhatStopsEveryAnswer() {
        List<Long> ranges = LongStream.concat(LongStream.rangeClosed(200, 299), LongStream.rangeClosed(132000, 132016))
                .boxed()
                .toList();

        assertThat(codes(Remedy.ADMIN))
                .containsAll(ranges)
                .filteredOn(code -> !ranges.contains(code))
                .containsExactly(
                        0L, 3L, 10L, 33L, 100L, 190L, 368L, 130497L, 131008L, 131009L, 131031L, 131037L, 131042L,
                        131045L, 131051L, 131053L, 133010L);
    }

    private static List<Long> codes(Remedy remedy) {
        return LongStream.range(0, 200_000)
                .boxed()
                .filter(code -> FailureReason.of(OptionalLong.of(code)).remedy() == remedy)
                .toList();
    }

    @Test
    void everyReasonIsSomeCodes() {
        Map<FailureReason, Long> found = LongStream.range(0, 200_000)
                .mapToObj(code -> FailureReason.of(OptionalLong.of(code)))
                .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));

        assertThat(found).containsOnlyKeys(Arrays.asList(FailureReason.values()));
    }
}
