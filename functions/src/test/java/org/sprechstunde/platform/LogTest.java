package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LogTest {
    @Test
    void aLineIsOneJsonObjectWithTheEventAndItsDetails() {
        RandomId enquiry = RandomId.next(new SecureRandom());

        String line = Log.line(
                Event.STATUS_APPLIED, 0, Detail.enquiry(enquiry), Detail.count(3), Detail.took(Duration.ofSeconds(2)));

        assertThat(line)
                .isEqualTo("{\"event\":\"STATUS_APPLIED\",\"enquiry\":\"" + enquiry + "\",\"count\":3,\"ms\":2000}");
    }

    @Test
    void aMetricRidesAlongWithTheFunctionAsOnlyDimension() {
        var line = Json.read(Log.line(Event.MESSAGE_STORED, 1_000));

        assertThat(line.path("MessageStored").asInt()).isEqualTo(1);
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_000);
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[\"function\"]]");
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText()).isEqualTo("MessageStored");
    }

    @Test
    void anExceptionIsNamedByClassAndPlaceNeverByItsWords() {
        String line = Log.line(Event.FAILED, 0, Detail.cause(new IllegalStateException("4915112345678")));

        assertThat(line)
                .contains("java.lang.IllegalStateException at org.sprechstunde.platform.LogTest:")
                .doesNotContain("4915112345678");
    }

    @Test
    void whatLeavesAHandlerCarriesNeitherWordsNorCause() {
        Failure failure = Failure.of(new IllegalStateException("4915112345678", new RuntimeException("Erika")));

        assertThat(failure).hasMessage("IllegalStateException").hasNoCause();
        assertThat(failure.getStackTrace()).isEmpty();
    }
}
