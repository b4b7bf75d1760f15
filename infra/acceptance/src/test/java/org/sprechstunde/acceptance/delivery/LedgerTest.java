package org.sprechstunde.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.delivery.Ledger.Verdict;
import org.sprechstunde.acceptance.delivery.RandomWebhooks.Sent;
import org.sprechstunde.acceptance.delivery.RandomWebhooks.Webhook;

/** The judge sees each kind of wrong. */
final class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Sent FIRST = new Sent(1, 7, NOON);
    private static final Sent SECOND = new Sent(2, 7, NOON);
    private static final Sent LATER = new Sent(3, 7, NOON.plusSeconds(1));
    private static final Sent ANOTHERS = new Sent(4, 8, NOON);

    private final Ledger ledger = new Ledger();

    @Test
    void allIsWell() {
        assertThat(judge(List.of(FIRST, SECOND, LATER), List.of(ANOTHERS))).isEqualTo(new Verdict(0, 0, 0, 0));
    }

    @Test
    void aMessageThatIsMissingIsLost() {
        assertThat(judge(List.of(FIRST, LATER), List.of(ANOTHERS))).isEqualTo(new Verdict(1, 0, 0, 0));
    }

    @Test
    void aMessageThatStandsTwiceIsDoubled() {
        assertThat(judge(List.of(FIRST, SECOND, SECOND, LATER), List.of(ANOTHERS)))
                .isEqualTo(new Verdict(0, 1, 0, 0));
    }

    @Test
    void aMessageAmongAnothersIsStrange() {
        assertThat(judge(List.of(FIRST, SECOND, ANOTHERS, LATER), List.of())).isEqualTo(new Verdict(0, 0, 1, 0));
    }

    @Test
    void whatWasWrittenLaterDoesNotStandBefore() {
        assertThat(judge(List.of(FIRST, LATER, SECOND), List.of(ANOTHERS))).isEqualTo(new Verdict(0, 0, 0, 1));
    }

    @Test
    void inTheSameSecondTheArrivalDecides() {
        comesAndIsAcknowledged(FIRST, NOON.plusSeconds(10));
        comesAndIsAcknowledged(SECOND, NOON.plusSeconds(20));

        assertThat(judge(List.of(SECOND, FIRST, LATER), List.of(ANOTHERS))).isEqualTo(new Verdict(0, 0, 0, 1));
        assertThat(judge(List.of(FIRST, SECOND, LATER), List.of(ANOTHERS))).isEqualTo(new Verdict(0, 0, 0, 0));
    }

    @Test
    void whatArrivesAtTheSameTimeMayStandEitherWay() {
        ledger.comes(webhook(FIRST), NOON.plusSeconds(10));
        ledger.comes(webhook(SECOND), NOON.plusSeconds(11));
        ledger.isAcknowledged(webhook(FIRST), NOON.plusSeconds(12));
        ledger.isAcknowledged(webhook(SECOND), NOON.plusSeconds(13));

        assertThat(judge(List.of(SECOND, FIRST, LATER), List.of(ANOTHERS))).isEqualTo(new Verdict(0, 0, 0, 0));
    }

    private void comesAndIsAcknowledged(Sent one, Instant time) {
        ledger.comes(webhook(one), time);
        ledger.isAcknowledged(webhook(one), time.plusMillis(1));
    }

    /** The verdict on an enquiry of these messages beside another citizen's. */
    private Verdict judge(List<Sent> enquiry, List<Sent> anothers) {
        List<List<String>> shown = Stream.of(enquiry, anothers)
                .map(one -> one.stream().map(Sent::text).toList())
                .toList();
        return ledger.judge(List.of(FIRST, SECOND, LATER, ANOTHERS), shown);
    }

    private static Webhook webhook(Sent one) {
        return new Webhook("", List.of(one));
    }
}
