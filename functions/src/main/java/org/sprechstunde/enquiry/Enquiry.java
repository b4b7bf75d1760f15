package org.sprechstunde.enquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.platform.RandomId;

/**
 * All that passes between one citizen and the mayor until it is resolved; a citizen has at most one.
 *
 * @param citizen keyed hash of the citizen
 * @param key without it nothing of the enquiry can be read
 * @param revision counts the changes of the stored enquiry, so that whoever has read it knows that it is still so
 */
public record Enquiry(
        RandomId id,
        String citizen,
        DataKey key,
        Identity identity,
        Preview preview,
        Times times,
        Counts counts,
        long revision) {

    /** How long after a citizen's message WhatsApp lets the town answer freely. */
    public static final Duration REPLY_WINDOW = Duration.ofHours(24);

    /**
     * When what happened.
     *
     * @param opened when the first message came to us
     * @param lastMessage when the last message of either side was written
     * @param lastInbound when the citizen's last message was written
     * @param lastArrival when the citizen's last message came to us
     * @param waitingSince the first message that has no answer yet
     */
    public record Times(
            Instant opened,
            Instant lastMessage,
            Instant lastInbound,
            Instant lastArrival,
            Optional<Instant> waitingSince,
            Instant expires) {

        private static Times opened(MessageId first, RetentionPolicy retention) {
            Instant written = first.time();
            Instant arrival = first.arrival();
            return new Times(
                    arrival, written, written, arrival, Optional.of(written), retention.expiry(arrival, arrival));
        }

        private Times received(MessageId message, RetentionPolicy retention) {
            Instant written = message.time();
            return new Times(
                    opened,
                    later(lastMessage, written),
                    later(lastInbound, written),
                    later(lastArrival, message.arrival()),
                    waitingSince.or(() -> Optional.of(written)),
                    retention.expiry(opened, message.arrival()));
        }

        private Times replied(MessageId answer, RetentionPolicy retention) {
            Instant last = later(lastMessage, answer.time());
            Instant until = retention.expiry(opened, answer.arrival());
            return new Times(opened, last, lastInbound, lastArrival, waitingSince, until);
        }

        private static Instant later(Instant one, Instant other) {
            return other.isAfter(one) ? other : one;
        }
    }

    /** How many messages there were, those included that were taken back. */
    public record Counts(long inbound, long outbound) {
        private Counts received() {
            return new Counts(inbound + 1, outbound);
        }

        private Counts replied() {
            return new Counts(inbound, outbound + 1);
        }
    }

    /** What a new enquiry is made of besides its first message. */
    public record Fresh(RandomId id, String citizen, DataKey key) {}

    /** A new enquiry, opened by the arrival of {@code first}. */
    public static Enquiry opened(Fresh fresh, Identity identity, Message first, RetentionPolicy retention) {
        Times times = Times.opened(first.id(), retention);
        return new Enquiry(
                fresh.id(), fresh.citizen(), fresh.key(), identity, first.preview(), times, new Counts(1, 0), 0);
    }

    /** After a further message of the citizen. */
    public Enquiry received(Identity newer, Message message, RetentionPolicy retention) {
        boolean newest = !message.id().time().isBefore(times.lastMessage);
        return with(citizen, identity.updatedBy(newer), newest ? message.preview() : preview)
                .with(times.received(message.id(), retention), counts.received());
    }

    /** After an answer was written down; the citizen still waits until WhatsApp has taken it. */
    public Enquiry replied(Message message, RetentionPolicy retention) {
        return with(citizen, identity, message.preview())
                .with(times.replied(message.id(), retention), counts.replied());
    }

    /**
     * After the citizen has edited a message. It is no new message: it neither prolongs the enquiry, whose
     * date of deletion people have been told, nor changes any count.
     */
    public Enquiry edited(Message message) {
        return preview.shows(message) ? with(citizen, identity, Preview.of(message)) : this;
    }

    /** After the citizen has taken {@code message} back. It still counts: the mayor may already have seen it. */
    public Enquiry revoked(Message message) {
        return preview.shows(message) ? with(citizen, identity, Preview.REVOKED) : this;
    }

    /** The same enquiry of the same person under another identity, whose keyed hash is {@code hmac}. */
    public Enquiry moved(String hmac, Identity now) {
        return with(hmac, now, preview);
    }

    /** The same, of somebody who has just spoken in {@code language}, unless more is known of how they write. */
    public Enquiry heardIn(Optional<Language> language) {
        return with(citizen, identity.speaking(identity.language().or(() -> language)), preview);
    }

    private Enquiry with(String hmac, Identity who, Preview shown) {
        return new Enquiry(id, hmac, key, who, shown, times, counts, revision);
    }

    private Enquiry with(Times now, Counts counted) {
        return new Enquiry(id, citizen, key, identity, preview, now, counted, revision);
    }

    /** Expired means gone for every reader, however late the deletion itself may be. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(times.expires);
    }

    /** Until when WhatsApp lets the town answer freely. */
    public Instant replyUntil() {
        return times.lastInbound.plus(REPLY_WINDOW);
    }

    public Instant opened() {
        return times.opened;
    }

    public Instant lastMessage() {
        return times.lastMessage;
    }

    public Instant lastInbound() {
        return times.lastInbound;
    }

    public Optional<Instant> waitingSince() {
        return times.waitingSince;
    }

    public Instant expires() {
        return times.expires;
    }

    public long inbound() {
        return counts.inbound;
    }

    public long outbound() {
        return counts.outbound;
    }
}
