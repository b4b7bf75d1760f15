package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RetentionPolicyTest {
    private static final Instant OPENED = Instant.parse("2026-11-01T08:00:00Z");
    private final RetentionPolicy retention = new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90));

    @Test
    void aSilentEnquiryGoesThirtyDaysAfterItsLastMessage() {
        Instant lastMessage = OPENED.plus(Duration.ofDays(10));

        assertThat(retention.expiry(OPENED, lastMessage)).isEqualTo(Instant.parse("2026-12-11T08:00:00Z"));
    }

    @Test
    void aLivelyEnquiryGoesNinetyDaysAfterItWasOpened() {
        Instant lastMessage = OPENED.plus(Duration.ofDays(89));

        assertThat(retention.expiry(OPENED, lastMessage)).isEqualTo(Instant.parse("2027-01-30T08:00:00Z"));
        assertThat(retention.latest(OPENED)).isEqualTo(Instant.parse("2027-01-30T08:00:00Z"));
    }

    @Test
    void idleTimeIsNeverLongerThanTheMaximum() {
        assertThatThrownBy(() -> new RetentionPolicy(Duration.ofDays(91), Duration.ofDays(90)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionPolicy(Duration.ZERO, Duration.ofDays(90)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
