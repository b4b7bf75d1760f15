package org.sprechstunde.whatsapp;

import java.util.Optional;
import org.sprechstunde.platform.RandomId;

/** The id of the button that confirms an erasure; WhatsApp brings it back when the button is tapped. A random id only. */
public record EraseButton(RandomId enquiry) {
    private static final String PREFIX = "erase/";

    static Optional<EraseButton> parse(String id) {
        return id.startsWith(PREFIX)
                ? RandomId.parse(id.substring(PREFIX.length())).map(EraseButton::new)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return PREFIX + enquiry;
    }
}
