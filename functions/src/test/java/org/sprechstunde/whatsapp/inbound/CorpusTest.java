package org.sprechstunde.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every delivery in the corpus exactly what stands beside it is read, and no part of it is lost. */
final class CorpusTest {
    private static final int FEWEST = 120;

    @ParameterizedTest
    @MethodSource("deliveries")
    void whatIsExpectedIsReadAndNothingIsLost(Corpus.Delivery delivery) {
        var read = WebhookParser.parse(delivery.body(), Corpus.READER);

        assertThat(ExpectedOutcome.of(read)).isEqualTo(delivery.expected());
        read.ifPresent(
                webhook -> assertThat(PartCount.of(webhook)).isEqualTo(PartCount.in(delivery.body(), Corpus.OURS)));
    }

    @Test
    void theCorpusIsWhole() {
        Stream<String> folders = Corpus.all().stream()
                .map(delivery -> delivery.name().substring(0, delivery.name().indexOf('/')))
                .distinct();

        assertThat(Corpus.all()).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(folders)
                .containsExactlyInAnyOrder(
                        "batch",
                        "changes",
                        "errors",
                        "failed",
                        "fields",
                        "group",
                        "identity",
                        "kinds",
                        "none",
                        "status",
                        "surroundings",
                        "system",
                        "time",
                        "unsupported");
    }

    static List<Corpus.Delivery> deliveries() {
        return Corpus.all();
    }
}
