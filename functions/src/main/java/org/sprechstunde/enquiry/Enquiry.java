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
 * @param lastArrival when the citizen's last message came to us
 * @param waitingSince the first message that has no answer yet
 * @param revision counts the changes of the stored enquiry, so that whoever has read it knows that it is still so
 */
public record Enquiry(
        RandomId id,
        String citizen,
        DataKey key,
        Identity identity,
        Preview preview,
        Instant opened,
        Instant lastMessage,
        Instant lastInbound,
        Instant lastArrival,
        Optional<Instant> waitingSince,
        long inbound,
        long outbound,
        Instant expires,
        long revision) {

    /** How long after a citizen's message WhatsApp lets the town answer freely. */
    public static final Duration REPLY_WINDOW = Duration.ofHours(24);

    /** What a new enquiry is made of besides its first message. */
    public record Fresh(RandomId id, String citizen, DataKey key) {}

    /** A new enquiry, opened by the arrival of {@code first}. */
    public static Enquiry opened(Fresh fresh, Identity identity, Message first, RetentionPolicy retention) {
        Instant written = first.id().time();
        Instant arrival = first.id().arrival();
        return new Enquiry(
                fresh.id(),
                fresh.citizen(),
                fresh.key(),
                identity,
                first.preview(),
                arrival,
                written,
                written,
                arrival,
                Optional.of(written),
                1,
                0,
                retention.expiry(arrival, arrival),
                0);
    }

    /** After a further message of the citizen. */
    public Enquiry received(Identity newer, Message message, RetentionPolicy retention) {
        Instant written = message.id().time();
        boolean newest = !written.isBefore(lastMessage);
        return new Enquiry(
                id,
                citizen,
                key,
                identity.updatedBy(newer),
                newest ? message.preview() : preview,
                opened,
                newest ? written : lastMessage,
                written.isAfter(lastInbound) ? written : lastInbound,
                message.id().arrival().isAfter(lastArrival) ? message.id().arrival() : lastArrival,
                waitingSince.or(() -> Optional.of(written)),
                inbound + 1,
                outbound,
                retention.expiry(opened, message.id().arrival()),
                revision);
    }

    /** After an answer was written down; the citizen still waits until WhatsApp has taken it. */
    public Enquiry replied(Message message, RetentionPolicy retention) {
        Instant last = message.id().time().isAfter(lastMessage) ? message.id().time() : lastMessage;
        return new Enquiry(
                id,
                citizen,
                key,
                identity,
                message.preview(),
                opened,
                last,
                lastInbound,
                lastArrival,
                waitingSince,
                inbound,
                outbound + 1,
                retention.expiry(opened, message.id().arrival()),
                revision);
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
        return new Enquiry(
                id,
                hmac,
                key,
                who,
                shown,
                opened,
                lastMessage,
                lastInbound,
                lastArrival,
                waitingSince,
                inbound,
                outbound,
                expires,
                revision);
    }

    /** Expired means gone for every reader, however late the deletion itself may be. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** Until when WhatsApp lets the town answer freely. */
    public Instant replyUntil() {
        return lastInbound.plus(REPLY_WINDOW);
    }
}
