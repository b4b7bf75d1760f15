package org.sprechstunde.whatsapp;

import java.util.Base64;
import java.util.HexFormat;

/** A file's SHA-256 as WhatsApp announces it: in base64 here, in hexadecimal there. */
public record AnnouncedHash(String text) {
    /** Whether these are the bytes of the hash; a text in neither form is the hash of nothing. */
    public boolean is(byte[] actual) {
        return text.equals(Base64.getEncoder().encodeToString(actual))
                || text.equalsIgnoreCase(HexFormat.of().formatHex(actual));
    }
}
