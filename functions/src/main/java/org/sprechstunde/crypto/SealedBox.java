package org.sprechstunde.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM: 12 bytes of fresh IV, then ciphertext with a 16-byte tag. The place where a blob
 * belongs is authenticated with it, so a blob moved to another place does not open.
 */
public final class SealedBox {
    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;

    /** By how much sealing lengthens what it seals. */
    public static final int OVERHEAD = IV_BYTES + TAG_BYTES;

    private static final String ALGORITHM = "AES/GCM/NoPadding";

    private SealedBox() {}

    public static byte[] seal(byte[] plain, DataKey key, String place, SecureRandom random) {
        byte[] iv = freshIv(random);
        try {
            byte[] sealed = Arrays.copyOf(iv, OVERHEAD + plain.length);
            sealing(key, iv, place).doFinal(plain, 0, plain.length, sealed, IV_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** What was sealed, or empty if key, place or bytes are not those of the sealing. */
    public static Optional<byte[]> open(byte[] sealed, DataKey key, String place) {
        if (sealed.length < OVERHEAD) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, IV_BYTES), place);
            return Optional.of(cipher.doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed", e);
        }
    }

    static byte[] freshIv(SecureRandom random) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        return iv;
    }

    static Cipher sealing(DataKey key, byte[] iv, String place) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, key, iv, place);
    }

    private static Cipher cipher(int mode, DataKey key, byte[] iv, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
