package org.sprechstunde.emulator.webhook;

import java.time.Instant;
import java.util.Locale;
import org.sprechstunde.emulator.faults.FaultPoint;

/**
 * A line of the delivery log; nothing personal in it.
 *
 * @param items messages or statuses inside
 * @param lastStatus what the town answered last; 0 as long as there was no answer
 */
public record DeliveryRecord(
        long id, FaultPoint kind, int items, Instant postedAt, State state, int attempts, int lastStatus) {

    /** Where a delivery stands. */
    public enum State {
        WAITING,
        ACCEPTED,
        GIVEN_UP;

        /** The state as the control API writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    DeliveryRecord attempted(int status) {
        return new DeliveryRecord(id, kind, items, postedAt, state, attempts + 1, status);
    }

    DeliveryRecord in(State newState) {
        return new DeliveryRecord(id, kind, items, postedAt, newState, attempts, lastStatus);
    }
}
