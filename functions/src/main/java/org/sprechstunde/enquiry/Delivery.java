package org.sprechstunde.enquiry;

import java.util.OptionalLong;

/**
 * The delivery of an answer.
 *
 * @param code WhatsApp's error code, if it failed
 */
public record Delivery(State state, OptionalLong code) {
    public static final Delivery PENDING = new Delivery(State.PENDING, OptionalLong.empty());

    /**
     * How far an answer has come. It only moves forward; a failure is final unless WhatsApp delivers
     * after all.
     */
    public enum State {
        PENDING(0),
        ACCEPTED(1),
        SENT(2),
        FAILED(3),
        DELIVERED(4),
        READ(5);

        private final int rank;

        State(int rank) {
            this.rank = rank;
        }

        /** Whether this state may follow {@code other}. */
        public boolean isAfter(State other) {
            return rank > other.rank;
        }

        /** Whether the citizen has not got the answer: it is not sent yet, or could not be delivered. */
        public boolean leavesWaiting() {
            return this == PENDING || this == FAILED;
        }
    }

    /** Why it failed, if it did. */
    public FailureReason reason() {
        return FailureReason.of(code);
    }
}
