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
                LogEvent.STATUS_APPLIED,
                0,
                LogField.enquiry(enquiry),
                LogField.count(3),
                LogField.took(Duration.ofSeconds(2)));

        assertThat(line)
                .isEqualTo("{\"event\":\"STATUS_APPLIED\",\"enquiry\":\"" + enquiry + "\",\"count\":3,\"ms\":2000}");
    }

    @Test
    void aMetricRidesAlongWithTheFunctionAsOnlyDimension() {
        var line = Json.read(Log.line(LogEvent.MESSAGE_STORED, 1_000));

        assertThat(line.path("MessageStored").asInt()).isEqualTo(1);
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_000);
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[\"function\"]]");
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText()).isEqualTo("MessageStored");
    }

    @Test
    void anExceptionIsNamedByClassAndPlaceNeverByItsWords() {
        String line = Log.line(LogEvent.FAILED, 0, LogField.cause(new IllegalStateException("4915112345678")));

        assertThat(line)
                .contains("java.lang.IllegalStateException at org.sprechstunde.platform.LogTest:")
                .doesNotContain("4915112345678");
    }

    @Test
    void thePlaceIsALineThatSomebodyWrote() {
        var failure = new IllegalStateException();
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.lang.Long", "parseLong", "Long.java", 1),
            new StackTraceElement("org.sprechstunde.platform.Log$$Lambdas0", "apply", null, -1),
            new StackTraceElement("org.sprechstunde.platform.Log", "line", "Log.java", 13)
        });

        assertThat(Log.line(LogEvent.FAILED, 0, LogField.cause(failure)))
                .contains("at org.sprechstunde.platform.Log:13");
    }

    @Test
    void whatLeavesAHandlerCarriesNeitherWordsNorCause() {
        HandlerFailure failure =
                HandlerFailure.of(new IllegalStateException("4915112345678", new RuntimeException("Erika")));

        assertThat(failure).hasMessage("IllegalStateException").hasNoCause();
        assertThat(failure.getStackTrace()).isEmpty();
    }
}
