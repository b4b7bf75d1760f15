package org.sprechstunde.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.DeliveryState;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.RandomId;

/** Moves a reply forward, never back; and with it, whether the citizen still waits. */
public final class DeliveryUpdates {
    private static final int MESSAGE = 0;
    private static final int WAITING = 1;
    private static final int ROUNDS = 10;
    private static final Duration WAIT = Duration.ofMillis(20);

    private final Table table;
    private final Pause pause;

    public DeliveryUpdates(Table table, Pause pause) {
        this.table = table;
        this.pause = pause;
    }

    /**
     * Moves one reply; false if it is forgotten or already further. Reply and waiting time change together:
     * a failure told while the acceptance is being written down must not leave the citizen waiting unseen.
     */
    public boolean move(RandomId enquiry, MessageId reply, Delivery delivery) {
        Update message = MessageChanges.delivered(Keys.message(enquiry, reply), delivery);
        Optional<String> citizen = Enquiries.citizen(table, enquiry);
        for (int round = 0; citizen.isPresent(); round++) {
            if (round == ROUNDS) {
                throw new IllegalStateException("too many writers on one reply");
            }
            Update waiting = waiting(new Place(enquiry, citizen.get()), reply, delivery);
            Outcome outcome = table.transact(List.of(message.in(table), waiting.in(table)));
            if (outcome.done() || outcome.refused(MESSAGE)) {
                return outcome.done();
            }
            Optional<String> now = Enquiries.citizen(table, enquiry);
            if (outcome.refused(WAITING) && now.equals(citizen)) {
                // A newer message waits, whatever becomes of this reply.
                return table.update(message);
            }
            // Else another writer was faster, or the enquiry has moved to another identity.
            citizen = now;
            pause.of(WAIT);
        }
        return false;
    }

    private record Place(RandomId enquiry, String citizen) {}

    private static Update waiting(Place place, MessageId reply, Delivery delivery) {
        return delivery.state() == DeliveryState.FAILED
                ? EnquiryChanges.waitsAgain(place.enquiry(), place.citizen())
                : EnquiryChanges.waitsNoMore(place.enquiry(), place.citizen(), reply.time());
    }
}
