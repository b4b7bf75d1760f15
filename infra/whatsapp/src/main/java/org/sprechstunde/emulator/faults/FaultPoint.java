package org.sprechstunde.emulator.faults;

import java.util.Arrays;
import java.util.Locale;

/** The places at which the emulator can misbehave. */
public enum FaultPoint {
    /** Deliveries that carry citizens' messages. */
    WEBHOOK,
    /** Deliveries that carry ticks. */
    STATUS_WEBHOOK,
    /** Sending a message; read receipts, which share its address, are a place of their own. */
    MESSAGES,
    READ_RECEIPT,
    MEDIA_UPLOAD,
    MEDIA_LOOKUP,
    MEDIA_DOWNLOAD,
    MEDIA_DELETE,
    CONTACT_BOOK,
    /** What an admin calls to set the town up. */
    SETUP;

    /** The place as the control API writes it, such as {@code media-lookup}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The place that the control API calls {@code word}.
     *
     * @throws IllegalArgumentException with a sentence if there is no such place
     */
    public static FaultPoint of(String word) {
        return Arrays.stream(values())
                .filter(where -> where.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no place to misbehave is called " + word));
    }

    boolean isWebhook() {
        return this == WEBHOOK || this == STATUS_WEBHOOK;
    }
}
