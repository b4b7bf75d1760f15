package org.sprechstunde.enquiry;

import java.time.Instant;
import java.util.Optional;

/**
 * When what happened in an enquiry.
 *
 * @param opened when the first message came to us
 * @param lastMessage when the last message of either side was written
 * @param lastInbound when the citizen's last message was written
 * @param waitingSince the first message that has no answer yet
 * @param expires when it is deleted even if nobody resolves it; never earlier than was said before
 * @param undelivered when the mayor's last answer was written, if WhatsApp has refused it since
 * @param postponedUntil until when the mayor does not want to be reminded of it
 * @param sendingUntil until when something may be on its way to the citizen, so that no farewell overtakes it
 */
public record EnquiryTimes(
        Instant opened,
        Instant lastMessage,
        Instant lastInbound,
        Optional<Instant> waitingSince,
        Instant expires,
        Optional<Instant> undelivered,
        Optional<Instant> postponedUntil,
        Optional<Instant> sendingUntil) {

    static EnquiryTimes opened(MessageId first, RetentionPolicy retention) {
        Instant written = first.time();
        Instant arrival = first.arrival();
        return new EnquiryTimes(
                arrival,
                written,
                written,
                Optional.of(written),
                retention.expiry(arrival, arrival),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    EnquiryTimes received(MessageId message, RetentionPolicy retention) {
        Instant written = message.time();
        return new EnquiryTimes(
                opened,
                later(lastMessage, written),
                later(lastInbound, written),
                waitingSince.or(() -> Optional.of(written)),
                later(expires, retention.expiry(opened, message.arrival())),
                undelivered,
                Optional.empty(),
                sendingUntil);
    }

    EnquiryTimes replied(MessageId answer, RetentionPolicy retention, Instant sending) {
        return new EnquiryTimes(
                opened,
                later(lastMessage, answer.time()),
                lastInbound,
                waitingSince,
                later(expires, retention.expiry(opened, answer.arrival())),
                Optional.empty(),
                postponedUntil,
                Optional.of(sending));
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }
}
