package org.sprechstunde.enquiry;

import java.util.OptionalLong;

/**
 * The delivery of an answer.
 *
 * @param code WhatsApp's error code, if it failed
 */
public record Delivery(DeliveryState state, OptionalLong code) {
    public static final Delivery PENDING = new Delivery(DeliveryState.PENDING, OptionalLong.empty());

    /** Why it failed, if it did. */
    public FailureReason reason() {
        return FailureReason.of(code);
    }
}
