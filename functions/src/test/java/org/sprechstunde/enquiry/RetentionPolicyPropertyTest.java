package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** An enquiry ends by itself at the earlier of two dates, whatever days the town has chosen. */
final class RetentionPolicyPropertyTest {
    private static final Instant OPENED = Instant.parse("2026-03-28T23:30:00Z");

    @Property
    void nothingIsKeptLongerThanEitherLimit(
            @ForAll @IntRange(min = 1, max = 365) int idle,
            @ForAll @IntRange(max = 365) int more,
            @ForAll @LongRange(max = 400L * 86_400) long seconds) {
        RetentionPolicy retention = days(idle, idle + more);
        Instant lastMessage = OPENED.plusSeconds(seconds);

        Instant expiry = retention.expiry(OPENED, lastMessage);

        assertThat(Duration.between(OPENED, expiry)).isLessThanOrEqualTo(Duration.ofDays((long) idle + more));
        assertThat(Duration.between(lastMessage, expiry)).isLessThanOrEqualTo(Duration.ofDays(idle));
        assertThat(expiry).isIn(lastMessage.plus(Duration.ofDays(idle)), retention.latest(OPENED));
    }

    @Property
    void aLaterMessageNeverShortensAConversation(
            @ForAll @IntRange(min = 1, max = 365) int idle,
            @ForAll @IntRange(max = 365) int more,
            @ForAll @LongRange(max = 400L * 86_400) long seconds,
            @ForAll @LongRange(max = 86_400) long later) {
        RetentionPolicy retention = days(idle, idle + more);
        Instant message = OPENED.plusSeconds(seconds);

        Instant expiry = retention.expiry(OPENED, message);

        assertThat(retention.expiry(OPENED, message.plusSeconds(later))).isAfterOrEqualTo(expiry);
    }

    private static RetentionPolicy days(int idle, int maximum) {
        return new RetentionPolicy(Duration.ofDays(idle), Duration.ofDays(maximum));
    }
}
