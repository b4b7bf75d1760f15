package org.sprechstunde.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MessageId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is written down when WhatsApp takes an answer of the mayor's, as it usually goes: nothing has come since it was sent.
 * Then one transaction does what otherwise takes eight calls: the answer is accepted and marked, its citizen waits no more,
 * and its lease is over.
 *
 * @param enquiry as it was when the answer was written
 * @param seen up to which revision the answer's writer had seen it
 * @param mark the keyed hash of WhatsApp's id
 * @param leases until when its sending was to last
 */
public record AnswerAcceptance(Enquiry enquiry, MessageId answer, long seen, String mark, Set<Instant> leases) {

    /** Whether it is written; if not, nothing of it is, for something has come meanwhile, and each must be written by itself. */
    public boolean isWritten(Table table) {
        Transaction transaction = table.transaction();
        transaction.update(accepted());
        transaction.update(waitsNoMore());
        transaction.putNew(AnswerMarks.write(new AnswerMarks.Answer(enquiry.id(), answer), mark, enquiry.latest()));
        return transaction.commit().done();
    }

    private Update accepted() {
        return new Update(
                ItemKey.message(enquiry.id(), answer),
                "SET delivery = :accepted, " + AnswerMarks.NAMED + " = :mark",
                "delivery = :pending",
                Map.of(),
                Map.of(
                        ":pending", Attributes.of(Delivery.State.PENDING.name()),
                        ":accepted", Attributes.of(Delivery.State.ACCEPTED.name()),
                        ":mark", Attributes.of(mark)));
    }

    private Update waitsNoMore() {
        Update alone = EnquiryUpdates.waitsNoMore(enquiry.id(), enquiry.citizen(), seen);
        Map<String, AttributeValue> values = new HashMap<>(alone.values());
        values.put(":leases", Attributes.millis(leases));
        return new Update(
                alone.keys(), alone.expression() + " DELETE sending :leases", alone.condition(), Map.of(), values);
    }
}
