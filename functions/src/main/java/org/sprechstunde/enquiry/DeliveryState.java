package org.sprechstunde.enquiry;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The states that this one may follow. */
    public Set<DeliveryState> earlier() {
        return Arrays.stream(values()).filter(state -> state.rank < rank).collect(Collectors.toUnmodifiableSet());
    }
}
