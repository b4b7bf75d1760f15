package org.sprechstunde.local.meta.webhook;

import java.time.Instant;
import java.util.Locale;
import org.sprechstunde.local.meta.faults.Where;

/**
 * A line of the delivery log; nothing personal in it.
 *
 * @param items messages or statuses inside
 * @param lastStatus what the town answered last; 0 as long as there was no answer
 */
public record Delivery(long id, Where kind, int items, Instant postedAt, State state, int attempts, int lastStatus) {

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

    Delivery attempted(int status) {
        return new Delivery(id, kind, items, postedAt, state, attempts + 1, status);
    }

    Delivery in(State newState) {
        return new Delivery(id, kind, items, postedAt, newState, attempts, lastStatus);
    }
}
