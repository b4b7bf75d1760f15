package org.sprechstunde.enquiry;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * The delivery of an answer.
 *
 * @param code WhatsApp's error code, if it failed
 */
public record Delivery(State state, OptionalLong code) {
    /** By then WhatsApp has usually told what became of it. */
    public static final Duration SETTLED_WITHIN = Duration.ofMinutes(1);

    public static final Delivery PENDING = new Delivery(State.PENDING, OptionalLong.empty());

    /**
     * How far an answer has come. It only moves forward; a failure is final unless WhatsApp delivers
     * after all.
     */
    public enum State {
        PENDING(0),
        /** It was sent, and no word came back: it may have arrived or not. */
        UNCLEAR(1),
        ACCEPTED(2),
        SENT(3),
        FAILED(4),
        DELIVERED(5),
        READ(6);

        private final int rank;

        State(int rank) {
            this.rank = rank;
        }

        /** Whether this state may follow {@code other}. */
        public boolean isAfter(State other) {
            return rank > other.rank;
        }

        /** Whether nobody knows if it went out, once it should have. */
        public boolean isUnsettled() {
            return this == PENDING || this == UNCLEAR;
        }

        /** Whether the citizen has not got the answer: it is not sent yet, or could not be delivered. */
        public boolean leavesWaiting() {
            return isUnsettled() || this == FAILED;
        }
    }

    /** Why it failed, if it did. */
    public FailureReason reason() {
        return FailureReason.of(code);
    }
}
