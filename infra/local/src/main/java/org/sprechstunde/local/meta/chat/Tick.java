package org.sprechstunde.local.meta.chat;

import java.util.Locale;

/** How far a message has come. */
public enum Tick {
    /** Handed to Meta; the other side does not have it yet. */
    WAITING,
    SENT,
    DELIVERED,
    READ,
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isLaterThan(Tick other) {
        return compareTo(other) > 0;
    }
}
