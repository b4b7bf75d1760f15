package org.sprechstunde.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What happens to the CITIZEN item between opening and resolving; each on condition that it is still this enquiry. */
public final class EnquiryUpdates {
    /**
     * Still the enquiry that was read, and as it was read: else preview and times would go backward, and what
     * the citizen has edited or taken back meanwhile would come back. Items of before the revision have none.
     */
    static final String UNCHANGED = "enquiry = :enquiry AND (revision = :revision OR attribute_not_exists(revision))";

    /** The revision that a change makes, where the enquiry was not read. */
    private static final String NEXT = "if_not_exists(revision, :zero) + :one";

    private EnquiryUpdates() {}

    /** What further messages of the citizen, in the order in which they came, change. */
    public static Update received(Enquiry changed, List<Message> messages, SecureRandom random) {
        return new Update(
                EnquiryItem.keys(changed),
                "SET sealed = :sealed, #at = :at, lastInboundAt = :last, endsAt = :ends, expiresAt = :ttl, news ="
                        + " :news, triage = :triage, waitingSince = if_not_exists(waitingSince, :written) REMOVE"
                        + " postponedUntil ADD inbound :many, revision :one",
                UNCHANGED,
                Map.of("#at", "at"),
                unchanged(
                        changed,
                        Map.of(
                                ":sealed", EnquiryItem.sealed(changed, random),
                                ":at", Attributes.millis(changed.lastMessage()),
                                ":last", Attributes.millis(changed.lastInbound()),
                                ":ends", Attributes.seconds(changed.expires()),
                                ":ttl", Attributes.ttl(changed.expires()),
                                ":news", news(changed),
                                ":triage", EnquiryItem.triage(changed),
                                ":written",
                                        Attributes.millis(
                                                messages.getFirst().id().time()),
                                ":many", Attributes.of(messages.size()),
                                ":one", Attributes.of(1))));
    }

    /** The revision that this change makes. */
    private static AttributeValue news(Enquiry changed) {
        return Attributes.of(changed.revision() + 1);
    }

    /**
     * What an answer changes, on condition that WhatsApp's window was still open at {@code now}: the
     * check and the write are one, so no answer slips through as it closes.
     */
    public static Update replied(Enquiry changed, Instant now, SecureRandom random) {
        Map<String, AttributeValue> values = answer(changed, random);
        values.put(":opens", Attributes.millis(now.minus(Enquiry.REPLY_WINDOW)));
        return answered(changed, UNCHANGED + " AND lastInboundAt > :opens", values);
    }

    /** What an approved template changes, which WhatsApp takes at any time. */
    public static Update repliedByTemplate(Enquiry changed, SecureRandom random) {
        return answered(changed, UNCHANGED, answer(changed, random));
    }

    private static Update answered(Enquiry changed, String condition, Map<String, AttributeValue> values) {
        return new Update(
                EnquiryItem.keys(changed),
                "SET sealed = :sealed, #at = :at, endsAt = :ends, expiresAt = :ttl REMOVE undelivered ADD outbound"
                        + " :one, revision :one, sending :lease",
                condition,
                Map.of("#at", "at"),
                values);
    }

    private static Map<String, AttributeValue> answer(Enquiry changed, SecureRandom random) {
        return unchanged(
                changed,
                Map.of(
                        ":sealed", EnquiryItem.sealed(changed, random),
                        ":at", Attributes.millis(changed.lastMessage()),
                        ":ends", Attributes.seconds(changed.expires()),
                        ":ttl", Attributes.ttl(changed.expires()),
                        ":lease",
                                Attributes.millis(
                                        Set.of(changed.times().sendingUntil().orElseThrow())),
                        ":one", Attributes.of(1)));
    }

    /**
     * Something goes out to the citizen, until {@code until}, beside what else may be going out; on condition that it is
     * still this enquiry, and here.
     */
    static Update sending(Enquiry enquiry, Instant until) {
        return new Update(
                EnquiryItem.keys(enquiry),
                "ADD sending :lease, revision :one",
                UNCHANGED,
                Map.of(),
                unchanged(enquiry, Map.of(":lease", Attributes.millis(Set.of(until)), ":one", Attributes.of(1))));
    }

    /** What was to last until {@code leases} is over; on condition that it is still this enquiry, and here. */
    static Update sent(Enquiry enquiry, Set<Instant> leases) {
        return new Update(
                EnquiryItem.keys(enquiry),
                "DELETE sending :leases",
                "enquiry = :enquiry",
                Map.of(),
                Map.of(
                        ":enquiry", Attributes.of(enquiry.id().value()),
                        ":leases", Attributes.millis(leases)));
    }

    /** Something in it has changed that the mayor must have seen before erasing it, but nothing that lies here. */
    public static Update noticed(Enquiry enquiry) {
        return new Update(
                EnquiryItem.keys(enquiry),
                "SET news = " + NEXT + " ADD revision :one",
                "enquiry = :enquiry",
                Map.of(),
                Map.of(
                        ":enquiry", Attributes.of(enquiry.id().value()),
                        ":zero", Attributes.of(0),
                        ":one", Attributes.of(1)));
    }

    /** What an edit, a revocation or a new identity changes: the sealed part, and what the desk must not miss by it. */
    public static Update resealed(Enquiry changed, SecureRandom random) {
        return new Update(
                EnquiryItem.keys(changed),
                "SET sealed = :sealed, news = :news, triage = :triage REMOVE postponedUntil ADD revision :one",
                UNCHANGED,
                Map.of(),
                unchanged(
                        changed,
                        Map.of(
                                ":sealed", EnquiryItem.sealed(changed, random),
                                ":triage", EnquiryItem.triage(changed),
                                ":news", news(changed),
                                ":one", Attributes.of(1))));
    }

    /** The citizen waits no more, unless something came that the answer's writer, who saw up to {@code seen}, did not see. */
    public static Update waitsNoMore(RandomId enquiry, String citizen, long seen) {
        return new Update(
                ItemKey.citizen(citizen),
                "REMOVE waitingSince, undelivered ADD revision :one",
                "enquiry = :enquiry AND (attribute_not_exists(news) OR news <= :seen)",
                Map.of(),
                Map.of(
                        ":enquiry", Attributes.of(enquiry.value()),
                        ":seen", Attributes.of(seen),
                        ":one", Attributes.of(1)));
    }

    /** The citizen waits again: the answer that was written at {@code answered} was not delivered. */
    public static Update waitsAgain(RandomId enquiry, String citizen, Instant answered) {
        return new Update(
                ItemKey.citizen(citizen),
                "SET waitingSince = if_not_exists(waitingSince, lastInboundAt), undelivered = :answered, news = " + NEXT
                        + " REMOVE postponedUntil ADD revision :one",
                "enquiry = :enquiry",
                Map.of(),
                Map.of(
                        ":answered", Attributes.millis(answered),
                        ":enquiry", Attributes.of(enquiry.value()),
                        ":zero", Attributes.of(0),
                        ":one", Attributes.of(1)));
    }

    /** {@code values} with those that {@link #UNCHANGED} needs. */
    static Map<String, AttributeValue> unchanged(Enquiry read, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":enquiry", Attributes.of(read.id().value()));
        all.put(":revision", Attributes.of(read.revision()));
        return all;
    }
}
