package org.sprechstunde.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.RandomId;

/** What happens to the CITIZEN item because of what the mayor does with it on the desk, besides answering. */
public final class DeskUpdates {
    private DeskUpdates() {}

    /**
     * The mayor has opened it up to {@code news}. Nothing that anybody decides on, so it raises no revision, and whoever
     * writes meanwhile need not read again.
     */
    public static Update seen(Enquiry enquiry, long news) {
        return new Update(
                EnquiryItem.keys(enquiry),
                "SET seen = :news",
                "enquiry = :enquiry AND (attribute_not_exists(seen) OR seen < :news)",
                Map.of(),
                Map.of(
                        ":enquiry", Attributes.of(enquiry.id().value()),
                        ":news", Attributes.of(news)));
    }

    /** Nobody wants to be reminded of it before {@code until}, unless something came that was not seen. */
    public static Update postponed(Enquiry enquiry, long seen, Instant until, Person by, SecureRandom random) {
        return new Update(
                EnquiryItem.keys(enquiry),
                "SET postponedUntil = :until, postponedBy = :by ADD revision :one",
                "enquiry = :enquiry AND (attribute_not_exists(news) OR news <= :seen)",
                Map.of(),
                Map.of(
                        ":enquiry", Attributes.of(enquiry.id().value()),
                        ":seen", Attributes.of(seen),
                        ":until", Attributes.millis(until),
                        ":by", EnquiryItem.person(enquiry, EnquiryItem.POSTPONED_BY, by, random),
                        ":one", Attributes.of(1)));
    }

    /** It is back on the desk. */
    public static Update fetchedBack(Enquiry enquiry) {
        return without("postponedUntil", enquiry);
    }

    /** It is for {@code person} from now on. */
    public static Update assigned(Enquiry enquiry, Person person, SecureRandom random) {
        return new Update(
                EnquiryItem.keys(enquiry),
                "SET assigned = :person ADD revision :one",
                "enquiry = :enquiry",
                Map.of(),
                Map.of(
                        ":enquiry", Attributes.of(enquiry.id().value()),
                        ":person", EnquiryItem.person(enquiry, EnquiryItem.ASSIGNED, person, random),
                        ":one", Attributes.of(1)));
    }

    /** It is nobody's in particular again. */
    public static Update unassigned(Enquiry enquiry) {
        return without("assigned", enquiry);
    }

    private static Update without(String attribute, Enquiry enquiry) {
        return new Update(
                EnquiryItem.keys(enquiry),
                "REMOVE " + attribute + " ADD revision :one",
                "enquiry = :enquiry",
                Map.of(),
                Map.of(
                        ":enquiry", Attributes.of(enquiry.id().value()),
                        ":one", Attributes.of(1)));
    }

    /** The answer that was written at {@code answered}, and was said to be refused, has arrived after all. */
    static Update arrived(RandomId enquiry, String citizen, Instant answered) {
        return new Update(
                ItemKey.citizen(citizen),
                "REMOVE undelivered ADD revision :one",
                "enquiry = :enquiry AND undelivered = :answered",
                Map.of(),
                Map.of(
                        ":enquiry", Attributes.of(enquiry.value()),
                        ":answered", Attributes.millis(answered),
                        ":one", Attributes.of(1)));
    }

    /** It stands where those of its group do who wait; a release that knew no groups has put it nowhere. */
    public static Update grouped(Enquiry enquiry) {
        return new Update(
                EnquiryItem.keys(enquiry),
                "SET triage = :triage",
                EnquiryUpdates.UNCHANGED,
                Map.of(),
                EnquiryUpdates.unchanged(enquiry, Map.of(":triage", EnquiryItem.triage(enquiry))));
    }
}
