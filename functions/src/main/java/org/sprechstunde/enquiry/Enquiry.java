package org.sprechstunde.enquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.platform.RandomId;

/**
 * All that passes between one citizen and the mayor until it is resolved. A citizen has one that takes what they write;
 * the one before it may still stand until its time is over.
 *
 * @param key without it nothing of the enquiry can be read
 * @param urgent whether a message of the citizen's spoke of danger
 * @param retention the limits under which it was opened
 * @param handling who of the town hall deals with it
 */
public record Enquiry(
        RandomId id,
        EnquiryPlace place,
        DataKey key,
        Identity identity,
        Preview preview,
        boolean urgent,
        EnquiryTimes times,
        MessageCounts counts,
        RetentionPolicy retention,
        Version version,
        Handling handling) {

    /** How long after a citizen's message WhatsApp lets the town answer freely. */
    public static final Duration REPLY_WINDOW = Duration.ofHours(24);

    /**
     * What is known of it by whoever has read it.
     *
     * @param revision counts the changes of the stored enquiry
     * @param news the revision that came with the last thing the mayor must have seen before erasing: a message, an edit,
     *     a reaction or a revocation of the citizen's, or the failure of an answer
     * @param seen the news up to which the mayor has opened it; empty if never
     */
    public record Version(long revision, long news, OptionalLong seen) {
        static final Version FIRST = new Version(0, 0, OptionalLong.empty());

        private Version next() {
            return new Version(revision + 1, revision + 1, seen);
        }
    }

    /** What a new enquiry is made of besides its first message. */
    public record Fresh(RandomId id, EnquiryPlace place, DataKey key) {}

    /** A new enquiry, opened by the arrival of {@code first}. */
    public static Enquiry opened(Fresh fresh, Identity identity, Message first, RetentionPolicy retention) {
        EnquiryTimes times = EnquiryTimes.opened(first.id(), retention);
        return new Enquiry(
                fresh.id(),
                fresh.place(),
                fresh.key(),
                identity,
                first.preview(),
                false,
                times,
                new MessageCounts(1, 0),
                retention,
                Version.FIRST,
                Handling.NOBODYS);
    }

    /** Whether a message that comes at {@code arrival} belongs to it; else it would be erased with it, hardly read. */
    public boolean takes(Instant arrival) {
        return retention.takes(times.opened(), arrival);
    }

    /** After a further message of the citizen. */
    public Enquiry received(Identity newer, Message message) {
        boolean newest = !message.id().time().isBefore(times.lastMessage());
        return with(place, identity.updatedBy(newer), newest ? message.preview() : preview)
                .with(times.received(message.id(), retention), counts.received());
    }

    /**
     * After an answer was written down; the citizen still waits until WhatsApp has taken it.
     *
     * @param sendingUntil until when the first try to send it lasts
     */
    public Enquiry replied(Message message, Instant sendingUntil) {
        return with(place, identity, message.preview())
                .with(times.replied(message.id(), retention, sendingUntil), counts.replied())
                .with(handling.answeredBy(message.author(), version.revision + 1));
    }

    /**
     * After the citizen has edited a message. It is no new message: it neither prolongs the enquiry, whose
     * date of deletion people have been told, nor changes any count.
     */
    public Enquiry edited(Message message) {
        return preview.shows(message) ? with(place, identity, Preview.of(message)) : this;
    }

    /** After the citizen has taken {@code message} back. It still counts: the mayor may already have seen it. */
    public Enquiry revoked(Message message) {
        return preview.shows(message) ? with(place, identity, Preview.REVOKED) : this;
    }

    /** The same enquiry of the same person, who is {@code now}, and is found {@code there} from now on. */
    public Enquiry moved(EnquiryPlace there, Identity now) {
        return with(there, now, preview);
    }

    /** The same as it stands once a change that the mayor must see is stored. */
    public Enquiry revised() {
        return new Enquiry(
                id, place, key, identity, preview, urgent, times, counts, retention, version.next(), handling);
    }

    /** The same, standing {@code there} from now on, where no message of its citizen finds it any more. */
    public Enquiry setAside(RandomId there) {
        return with(place.aside(there), identity, preview);
    }

    /** The same, of somebody who has just spoken in {@code language}, unless more is known of how they write. */
    public Enquiry heardIn(Optional<Language> language) {
        return with(place, identity.speaking(identity.language().or(() -> language)), preview);
    }

    /** The same, of which the mayor shall see that it may not wait; nothing takes that back but its end. */
    public Enquiry alarmed() {
        return new Enquiry(id, place, key, identity, preview, true, times, counts, retention, version, handling);
    }

    private Enquiry with(EnquiryPlace there, Identity who, Preview shown) {
        return new Enquiry(id, there, key, who, shown, urgent, times, counts, retention, version, handling);
    }

    private Enquiry with(EnquiryTimes now, MessageCounts counted) {
        return new Enquiry(id, place, key, identity, preview, urgent, now, counted, retention, version, handling);
    }

    private Enquiry with(Handling now) {
        return new Enquiry(id, place, key, identity, preview, urgent, times, counts, retention, version, now);
    }

    /** The keyed hash under which it stands. */
    public String citizen() {
        return place.citizen();
    }

    /** Expired means gone for every reader, however late the deletion itself may be. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(times.expires());
    }

    /** Until when WhatsApp lets the town answer freely; where it does not say whom, that was over before it began. */
    public Instant replyUntil() {
        return identity.isTold() ? times.lastInbound().plus(REPLY_WINDOW) : times.opened();
    }

    public Instant opened() {
        return times.opened();
    }

    public Instant lastMessage() {
        return times.lastMessage();
    }

    public Instant lastInbound() {
        return times.lastInbound();
    }

    public Optional<Instant> waitingSince() {
        return times.waitingSince();
    }

    public Instant expires() {
        return times.expires();
    }

    /** The last instant that anything of it may exist. */
    public Instant latest() {
        return retention.latest(times.opened());
    }

    public long revision() {
        return version.revision;
    }

    public long inbound() {
        return counts.inbound();
    }

    public long outbound() {
        return counts.outbound();
    }
}
