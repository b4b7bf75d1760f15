package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.platform.RandomId;

final class EnquiryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final RetentionPolicy RETENTION = new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90));
    private final SecureRandom random = new SecureRandom();
    private final Identity citizen =
            new Identity(Optional.of("DE.1"), Optional.empty(), Optional.of("Erika"), Optional.empty());

    @Test
    void aMessageDeliveredDaysLateIsKeptAsLongAsAnyOther() {
        Enquiry enquiry = opened(text(NOW.minus(Duration.ofDays(6)), NOW));

        assertThat(enquiry.expires()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(enquiry.isExpired(NOW)).isFalse();
    }

    @Test
    void whatExpiresIsExpiredFromThatInstant() {
        Enquiry enquiry = opened(text(NOW, NOW));

        assertThat(enquiry.isExpired(enquiry.expires().minusMillis(1))).isFalse();
        assertThat(enquiry.isExpired(enquiry.expires())).isTrue();
    }

    @Test
    void theCitizenWaitsSinceTheFirstMessageWithoutAnswer() {
        Enquiry enquiry = opened(text(NOW, NOW));

        Enquiry later = enquiry.received(citizen, text(NOW.plusSeconds(60), NOW.plusSeconds(60)));

        assertThat(later.waitingSince()).hasValue(NOW);
        assertThat(later.inbound()).isEqualTo(2);
        assertThat(later.replyUntil()).isEqualTo(NOW.plusSeconds(60).plus(Duration.ofHours(24)));
    }

    @Test
    void anAnswerCountsAndWhoWritesAfterItWaitsSinceThen() {
        Enquiry enquiry = opened(text(NOW, NOW));
        Enquiry answered = enquiry.replied(text(NOW, NOW), NOW.plusSeconds(21));
        var heard = new EnquiryTimes(
                NOW,
                NOW,
                NOW,
                Optional.empty(),
                answered.expires(),
                Optional.empty(),
                Optional.empty(),
                answered.times().sendingUntil());

        assertThat(answered.outbound()).isEqualTo(1);
        assertThat(answered.inbound()).isEqualTo(1);
        assertThat(answered.waitingSince()).hasValue(NOW);
        assertThat(heard.received(text(NOW.plusSeconds(60), NOW.plusSeconds(60)).id(), RETENTION)
                        .waitingSince())
                .hasValue(NOW.plusSeconds(60));
    }

    @Test
    void aLanguageHeardInPassingChangesNoneThatIsKnown() {
        Enquiry enquiry = opened(text(NOW, NOW)).heardIn(Optional.of(Language.EN));

        assertThat(enquiry.identity().language()).hasValue(Language.EN);
        assertThat(enquiry.heardIn(Optional.of(Language.DE)).identity().language())
                .hasValue(Language.EN);
    }

    @Test
    void aWordIsFoundByItsNameAndNoOther() {
        for (Keyword keyword : Keyword.values()) {
            assertThat(Keyword.of(keyword.word())).hasValue(keyword);
        }
        assertThat(Keyword.of("")).isEmpty();
    }

    @Test
    void aTaskThatIsStoredAsBegunHasBeenBegunOnce() {
        var forget = Task.forget(RandomId.next(random), ErasureRecord.silent(NOW), NOW, random);

        assertThat(forget.attempts()).isZero();
        assertThat(forget.begun().attempts()).isEqualTo(1);
    }

    @Test
    void anOlderMessageThatComesLaterChangesNeitherPreviewNorTimes() {
        Enquiry enquiry = opened(text(NOW, NOW));

        Enquiry later = enquiry.received(citizen, text(NOW.minusSeconds(60), NOW.plusSeconds(1)));

        assertThat(later.preview()).isEqualTo(enquiry.preview());
        assertThat(later.lastMessage()).isEqualTo(NOW);
        assertThat(later.lastInbound()).isEqualTo(NOW);
    }

    @Test
    void whatTheTownSetsLaterTakesNothingFromWhatWasTold() {
        Enquiry enquiry = opened(text(NOW, NOW));
        Instant late = NOW.plus(Duration.ofDays(50));

        Enquiry later = enquiry.received(citizen, text(late, late));

        assertThat(later.expires()).isEqualTo(late.plus(Duration.ofDays(30)));
        assertThat(later.latest()).isEqualTo(NOW.plus(Duration.ofDays(90)));
    }

    @Test
    void noMessageBringsTheEndNearer() {
        Enquiry enquiry = opened(text(NOW, NOW));

        Enquiry later = enquiry.received(citizen, text(NOW, NOW.minusSeconds(5)));

        assertThat(later.expires()).isEqualTo(enquiry.expires());
    }

    /** A week for somebody to read it, or a tenth of the whole time where that is less. */
    @Test
    void whatComesShortlyBeforeTheEndBelongsToAnotherEnquiry() {
        Enquiry enquiry = opened(text(NOW, NOW));
        Instant aWeekBefore = enquiry.latest().minus(Duration.ofDays(7));

        assertThat(enquiry.takes(NOW)).isTrue();
        assertThat(enquiry.takes(aWeekBefore)).isTrue();
        assertThat(enquiry.takes(aWeekBefore.plusMillis(1))).isFalse();
        assertThat(enquiry.takes(enquiry.latest().plusSeconds(1))).isFalse();
        assertThat(new RetentionPolicy(Duration.ofDays(10), Duration.ofDays(10))
                        .takes(NOW, NOW.plus(Duration.ofDays(9))))
                .isTrue();
    }

    @Test
    void aNameOnceKnownStaysKnownWhenAMessageComesWithout() {
        var nameless = new Identity(Optional.of("DE.1"), Optional.of("49151"), Optional.empty(), Optional.empty());

        Identity merged = citizen.updatedBy(nameless);

        assertThat(merged.displayName()).hasValue("Erika");
        assertThat(merged.phone()).hasValue("49151");
    }

    @Test
    void aLongTextIsShortenedForTheListWithoutBreakingASign() {
        Enquiry enquiry = opened(new Message(
                MessageId.next(NOW, NOW, random),
                Message.Direction.IN,
                new MessageContent.Text("🌳".repeat(500)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        assertThat(enquiry.preview().text()).hasValue("🌳".repeat(160) + "…");
    }

    @Test
    void anAnswerOnlyMovesForward() {
        assertThat(Delivery.State.SENT.isAfter(Delivery.State.ACCEPTED)).isTrue();
        assertThat(Delivery.State.DELIVERED.isAfter(Delivery.State.FAILED)).isTrue();
        assertThat(Delivery.State.DELIVERED.isAfter(Delivery.State.READ)).isFalse();
        assertThat(Delivery.State.values())
                .noneMatch(Delivery.State.PENDING::isAfter)
                .noneMatch(state -> state.isAfter(state));
    }

    private Enquiry opened(Message first) {
        return Enquiry.opened(
                new Enquiry.Fresh(
                        RandomId.next(random),
                        new EnquiryPlace("hmac", Set.of(), Optional.empty()),
                        DataKey.next(random)),
                citizen,
                first,
                RETENTION);
    }

    private Message text(Instant written, Instant arrived) {
        return new Message(
                MessageId.next(written, arrived, random),
                Message.Direction.IN,
                new MessageContent.Text("Written at " + written),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
