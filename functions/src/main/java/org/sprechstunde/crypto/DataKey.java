package org.sprechstunde.crypto;

import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** 256 random bits for AES. What is sealed under a data key is gone the instant the key is. */
public record DataKey(SecretKey key) {
    private static final int BYTES = 32;

    public static DataKey next(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return of(bytes);
    }

    public static DataKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a data key has 32 bytes");
        }
        return new DataKey(new SecretKeySpec(bytes, "AES"));
    }

    public byte[] bytes() {
        return key.getEncoded();
    }

    @Override
    public String toString() {
        return "DataKey[…]";
    }
}
