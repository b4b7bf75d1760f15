package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.FailureReason.Alarm;
import org.sprechstunde.enquiry.FailureReason.NextTry;

/** The table {@code error-codes.csv} has every code that WhatsApp's reference lists for sending, as of 2026, and is the code. */
final class FailureReasonTest {
    private static final String TABLE = "error-codes.csv";

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, numLinesToSkip = 1, delimiter = ';')
    void everyCodeHasItsReasonItsNextTryAndItsAlarm(
            long code, String said, FailureReason reason, NextTry nextTry, Alarm alarm) {
        assertThat(FailureReason.of(OptionalLong.of(code))).as(said).isEqualTo(reason);
        assertThat(reason.nextTry()).as(said).isEqualTo(nextTry);
        assertThat(reason.alarm()).as(said).isEqualTo(alarm);
    }

    @Test
    void noOtherCodeHasAReason() throws IOException {
        Set<Long> known = Files.readAllLines(Path.of("src/test/resources/org/sprechstunde/enquiry", TABLE)).stream()
                .skip(1)
                .map(line -> Long.parseLong(line.split(";", 2)[0]))
                .collect(Collectors.toSet());

        assertThat(LongStream.range(0, 200_000)
                        .filter(code -> code < 200 || code > 299)
                        .filter(code -> FailureReason.of(OptionalLong.of(code)) != FailureReason.OTHER)
                        .boxed())
                .isSubsetOf(known);
    }

    @Test
    void noCodeIsNoReasonOfItsOwn() {
        assertThat(FailureReason.of(OptionalLong.empty())).isEqualTo(FailureReason.OTHER);
    }

    @Test
    void everyReasonIsSomeCodes() {
        Set<FailureReason> found = LongStream.range(0, 200_000)
                .mapToObj(code -> FailureReason.of(OptionalLong.of(code)))
                .collect(Collectors.toSet());

        assertThat(found).containsExactlyInAnyOrderElementsOf(Arrays.asList(FailureReason.values()));
    }

    /** The mayor reads a sentence for each; that English has the same is a matter of types there. */
    @ParameterizedTest
    @ValueSource(strings = {"src/main/page/src/texts/de/delivery.ts", "openapi.yaml"})
    void everyReasonIsKnownToPageAndApi(String file) throws IOException {
        String text = Files.readString(Path.of(file));

        assertThat(FailureReason.values())
                .allSatisfy(reason -> assertThat(text).containsPattern("[ '\\[]" + reason.word() + "[',\\]:]"));
    }

    /** The page has words of its own for each. */
    @Test
    void eachIsToldByItsName() {
        assertThat(FailureReason.values())
                .allMatch(reason -> reason.word()
                        .equals(reason.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
