package org.sprechstunde.platform;

import java.util.HexFormat;

/** Eight bytes of a keyed hash, in hexadecimal: tells two things apart and says nothing of either. */
public record KeyedHash(String hex) {
    private static final int BYTES = 8;
    private static final int WHOLE = 32;

    public KeyedHash {
        if (!hex.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a keyed hash is eight bytes in hexadecimal");
        }
    }

    /** Of all that HMAC-SHA-256 gives. */
    public static KeyedHash of(byte[] whole) {
        if (whole.length != WHOLE) {
            throw new IllegalArgumentException("HMAC-SHA-256 gives 32 bytes");
        }
        return new KeyedHash(HexFormat.of().formatHex(whole, 0, BYTES));
    }
}
