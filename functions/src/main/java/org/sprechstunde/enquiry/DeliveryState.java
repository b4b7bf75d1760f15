package org.sprechstunde.enquiry;

/**
 * How far an answer has come. It only moves forward; a failure is final unless WhatsApp delivers
 * after all.
 */
public enum DeliveryState {
    PENDING(0),
    ACCEPTED(1),
    SENT(2),
    FAILED(3),
    DELIVERED(4),
    READ(5);

    private final int rank;

    DeliveryState(int rank) {
        this.rank = rank;
    }

    /** Whether this state may follow {@code other}. */
    public boolean isAfter(DeliveryState other) {
        return rank > other.rank;
    }

    /** Whether the citizen has not got the answer: it is not sent yet, or could not be delivered. */
    public boolean leavesWaiting() {
        return this == PENDING || this == FAILED;
    }
}
