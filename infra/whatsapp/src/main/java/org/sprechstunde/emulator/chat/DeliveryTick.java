package org.sprechstunde.emulator.chat;

import java.util.Locale;

/** How far a message has come. */
public enum DeliveryTick {
    /** Handed to Meta; the other side does not have it yet. */
    WAITING,
    SENT,
    DELIVERED,
    READ,
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isLaterThan(DeliveryTick other) {
        return compareTo(other) > 0;
    }
}
