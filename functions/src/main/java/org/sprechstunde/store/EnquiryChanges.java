package org.sprechstunde.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.RandomId;

/** What happens to the CITIZEN item between opening and resolving; each on condition that it is still this enquiry. */
public final class EnquiryChanges {
    private EnquiryChanges() {}

    /**
     * What a further message of the citizen changes, on condition that no other has come since {@code changed}
     * was read: preview and times would go backward.
     */
    public static Update received(Enquiry changed, Message message, SecureRandom random) {
        return new Update(
                EnquiryItem.keys(changed),
                "SET sealed = :sealed, #at = :at, lastInboundAt = :last, lastArrivalAt = :arrival, expiresAt ="
                        + " :expires, waitingSince = if_not_exists(waitingSince, :written) ADD inbound :one",
                "enquiry = :enquiry AND inbound = :before",
                Map.of("#at", "at"),
                Map.of(
                        ":sealed", EnquiryItem.sealed(changed, random),
                        ":at", Values.millis(changed.lastMessage()),
                        ":last", Values.millis(changed.lastInbound()),
                        ":arrival", Values.millis(message.id().arrival()),
                        ":expires", Values.seconds(changed.expires()),
                        ":written", Values.millis(message.id().time()),
                        ":one", Values.of(1),
                        ":before", Values.of(changed.inbound() - 1),
                        ":enquiry", Values.of(changed.id().value())));
    }

    /**
     * What an answer changes, on condition that nothing has come since and that WhatsApp's window was still open at {@code now}: the
     * check and the write are one, so no answer slips through as it closes.
     */
    public static Update replied(Enquiry changed, Instant now, SecureRandom random) {
        return new Update(
                EnquiryItem.keys(changed),
                "SET sealed = :sealed, #at = :at, expiresAt = :expires ADD outbound :one",
                "enquiry = :enquiry AND lastInboundAt > :opens AND inbound = :inbound",
                Map.of("#at", "at"),
                Map.of(
                        ":sealed", EnquiryItem.sealed(changed, random),
                        ":at", Values.millis(changed.lastMessage()),
                        ":expires", Values.seconds(changed.expires()),
                        ":opens", Values.millis(now.minus(Enquiry.REPLY_WINDOW)),
                        ":inbound", Values.of(changed.inbound()),
                        ":one", Values.of(1),
                        ":enquiry", Values.of(changed.id().value())));
    }

    /**
     * The citizen waits no more, unless a message arrived after the reply was written at {@code answered}: by
     * our clock both, since a message may be written before and arrive after.
     */
    public static Update waitsNoMore(RandomId enquiry, String citizen, Instant answered) {
        return new Update(
                Keys.citizen(citizen),
                "REMOVE waitingSince",
                "enquiry = :enquiry AND lastArrivalAt <= :answered",
                Map.of(),
                Map.of(":enquiry", Values.of(enquiry.value()), ":answered", Values.millis(answered)));
    }

    /** The citizen waits again: an answer was not delivered. */
    public static Update waitsAgain(RandomId enquiry, String citizen) {
        return new Update(
                Keys.citizen(citizen),
                "SET waitingSince = if_not_exists(waitingSince, lastInboundAt)",
                "enquiry = :enquiry",
                Map.of(),
                Map.of(":enquiry", Values.of(enquiry.value())));
    }
}
