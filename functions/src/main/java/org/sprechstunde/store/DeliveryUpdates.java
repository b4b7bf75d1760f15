package org.sprechstunde.store;

import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Moves a reply forward, never back; and with it, whether the citizen still waits. */
public final class DeliveryUpdates {
    private final Table table;
    private final Retry retry;

    public DeliveryUpdates(Table table) {
        this.table = table;
        this.retry = table.retry();
    }

    /** Moves one reply; false if it is forgotten or already further. */
    public boolean move(RandomId enquiry, MessageId reply, Delivery delivery) {
        return retry.until(RetryPolicy.WRITERS, () -> attempt(enquiry, reply, delivery))
                .orElseThrow(Retry.TooManyWriters::new);
    }

    /** Empty if another writer was faster, or the enquiry has just moved to another identity. */
    private Optional<Boolean> attempt(RandomId enquiry, MessageId reply, Delivery delivery) {
        ItemKey place = ItemKey.message(enquiry, reply);
        Optional<Map<String, AttributeValue>> item = table.get(place);
        Optional<Delivery.State> was = item.flatMap(MessageItem::delivery);
        if (was.filter(delivery.state()::isAfter).isEmpty()) {
            return Optional.of(false);
        }
        MessageChange message = MessageUpdates.delivered(place, was.get(), delivery);
        // Only an answer that reaches the citizen at last ends the waiting: an older one that is read ends nothing.
        boolean waitsAsBefore = !was.get().leavesWaiting() && !delivery.state().leavesWaiting();
        if (waitsAsBefore || delivery.state() == Delivery.State.UNCLEAR) {
            return alone(enquiry, message);
        }
        return Enquiries.citizen(table, enquiry)
                .map(citizen -> together(
                        message, new Turn(enquiry, citizen, reply, MessageItem.seen(item.orElseThrow()), delivery)))
                .orElse(Optional.of(false));
    }

    private Optional<Boolean> alone(RandomId enquiry, MessageChange message) {
        boolean done = message.isWritten(table);
        return done || Enquiries.citizen(table, enquiry).isEmpty() ? Optional.of(done) : Optional.empty();
    }

    private record Turn(RandomId enquiry, String citizen, MessageId reply, long seen, Delivery delivery) {
        Update waiting() {
            return delivery.state() == Delivery.State.FAILED
                    ? EnquiryUpdates.waitsAgain(enquiry, citizen, reply.time())
                    : EnquiryUpdates.waitsNoMore(enquiry, citizen, seen);
        }
    }

    /** One transaction: a failure told while the acceptance is written down must not leave anybody waiting unseen. */
    private Optional<Boolean> together(MessageChange message, Turn turn) {
        Transaction transaction = table.transaction();
        Transaction.Write reply = message.in(transaction);
        Transaction.Write waiting = transaction.update(turn.waiting());
        Transaction.Outcome outcome = transaction.commit();
        boolean aNewerMessageWaits = outcome.refused(waiting)
                && !outcome.refused(reply)
                && Enquiries.citizen(table, turn.enquiry()).equals(Optional.of(turn.citizen()));
        boolean done = outcome.done() || (aNewerMessageWaits && message.isWritten(table));
        if (done && !outcome.done()) {
            // It waits for the newer message, no longer for this answer.
            table.update(DeskUpdates.arrived(
                    turn.enquiry(), turn.citizen(), turn.reply().time()));
        }
        return done ? Optional.of(true) : Optional.empty();
    }
}
