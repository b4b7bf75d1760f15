package org.sprechstunde.autoreply;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.platform.CompleteEnvironment;
import org.sprechstunde.platform.RandomId;

/** Who still waits when WhatsApp's window closes soon is told so, by day alone, and only who waits. */
final class WindowClosingTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RetentionPolicy RETENTION = new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90));

    /** What was written at one time, looked at at another. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-25T14:00, 2026-11-26T10:59, false",
        "2026-11-25T14:00, 2026-11-26T11:00, true",
        "2026-11-25T14:00, 2026-11-26T13:59, true",
        "2026-11-25T14:00, 2026-11-26T14:00, false",
        "2026-11-25T23:00, 2026-11-26T20:59, true",
        "2026-11-25T23:00, 2026-11-26T21:00, false",
        "2026-11-25T09:00, 2026-11-26T07:59, false",
        "2026-11-25T09:00, 2026-11-26T08:00, true",
        "2026-11-25T03:00, 2026-11-26T02:00, false"
    })
    void itIsToldInTheLastThreeHoursAndNeverAtNight(LocalDateTime written, LocalDateTime now, boolean told) {
        assertThat(rules("").isWindowClosing(enquiry(inTown(written)), inTown(now)))
                .isEqualTo(told);
    }

    /** An answer that is on its way is one, and until WhatsApp has taken it, nobody knows. */
    @Test
    void whoeverIsBeingAnsweredIsNotTold() {
        Instant written = inTown(LocalDateTime.parse("2026-11-25T14:00"));
        Instant now = written.plus(Duration.ofHours(22));

        Enquiry answered = enquiry(written).replied(message(now), now.plusSeconds(20));

        assertThat(rules("").isWindowClosing(answered, now)).isFalse();
        assertThat(rules("").isWindowClosing(answered, now.plusSeconds(20))).isTrue();
    }

    @Test
    void aTownMaySwitchItOff() {
        Instant written = inTown(LocalDateTime.parse("2026-11-25T14:00"));

        assertThat(rules("window-closes").isWindowClosing(enquiry(written), written.plus(Duration.ofHours(22))))
                .isFalse();
    }

    private static AutoReplyRules rules(String switchedOff) {
        return new AutoReplyRules(CompleteEnvironment.with(Map.of("SWITCHED_OFF_TEXTS", switchedOff)));
    }

    private static Enquiry enquiry(Instant written) {
        var fresh = new Enquiry.Fresh(
                RandomId.next(RANDOM), new EnquiryPlace("hash", Set.of(), Optional.empty()), DataKey.next(RANDOM));
        var citizen = new Identity(Optional.of("DE.1"), Optional.of("49170"), Optional.empty(), Optional.empty());
        return Enquiry.opened(fresh, citizen, message(written), RETENTION);
    }

    private static Message message(Instant written) {
        return new Message(
                MessageId.next(written, written, RANDOM),
                Message.Direction.IN,
                new MessageContent.Text("Text"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Instant inTown(LocalDateTime time) {
        return time.atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }
}
