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
        Optional<String> citizen = table.get(Keys.pointer(enquiry)).map(pointer -> Values.text(pointer, "citizen"));
        return citizen.isPresent() && move(enquiry, citizen.get(), reply, delivery);
    }

    private boolean move(RandomId enquiry, String citizen, MessageId reply, Delivery delivery) {
        Update message = MessageChanges.delivered(Keys.message(enquiry, reply), delivery);
        Update waiting = delivery.state() == DeliveryState.FAILED
                ? EnquiryChanges.waitsAgain(enquiry, citizen)
                : EnquiryChanges.waitsNoMore(enquiry, citizen, reply.time());
        for (int round = 0; round < ROUNDS; round++) {
            Outcome outcome = table.transact(List.of(message.in(table), waiting.in(table)));
            if (outcome.done() || outcome.refused(MESSAGE)) {
                return outcome.done();
            }
            if (outcome.refused(WAITING)) {
                // A newer message waits, whatever becomes of this reply.
                return table.update(message);
            }
            pause.of(WAIT);
        }
        throw new IllegalStateException("too many writers on one reply");
    }
}
