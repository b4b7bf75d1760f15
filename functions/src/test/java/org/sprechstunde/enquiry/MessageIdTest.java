package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MessageIdTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant ARRIVED = Instant.parse("2026-11-23T09:00:01.234Z");
    private final SecureRandom random = new SecureRandom();

    @Test
    void isReadBackFromItsText() {
        MessageId id = MessageId.next(WRITTEN, ARRIVED, random);

        assertThat(MessageId.parse(id.toString())).hasValue(id);
        assertThat(id.arrival()).isEqualTo(ARRIVED);
    }

    @Test
    void messagesOfOneSecondKeepTheOrderInWhichTheyCame() {
        String first = MessageId.next(WRITTEN, ARRIVED, random).toString();
        String second = MessageId.next(WRITTEN, ARRIVED.plusMillis(1), random).toString();
        String earlier = MessageId.next(WRITTEN.minusSeconds(1), ARRIVED.plusSeconds(9), random)
                .toString();

        assertThat(first).isLessThan(second);
        assertThat(earlier).isLessThan(first);
    }

    @Test
    void messagesOfOneMillisecondKeepTheirPlace() {
        MessageId id = MessageId.next(WRITTEN, ARRIVED, random);

        assertThat(id.at(1).toString()).isLessThan(id.at(2).toString());
        assertThat(id.at(9).toString())
                .isLessThan(MessageId.next(WRITTEN, ARRIVED, random).at(10).toString());
        assertThat(id.at(1).arrival()).isEqualTo(ARRIVED);
    }

    @Test
    void whatIsNoIdIsNone() {
        assertThat(MessageId.parse("")).isEmpty();
        assertThat(MessageId.parse("1763888400000")).isEmpty();
        assertThat(MessageId.parse("1763888400000-4915112345678")).isEmpty();
    }
}
