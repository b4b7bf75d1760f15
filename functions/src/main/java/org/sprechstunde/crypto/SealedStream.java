package org.sprechstunde.crypto;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.CipherInputStream;

/** Seals a file while it streams, in constant memory; the result opens like any other sealed blob. */
public final class SealedStream {
    private SealedStream() {}

    /** A stream {@link SealedBox#OVERHEAD} bytes longer than {@code plain}. */
    public static InputStream of(InputStream plain, DataKey key, String place, SecureRandom random) {
        byte[] iv = SealedBox.freshIv(random);
        try {
            return new SequenceInputStream(
                    new ByteArrayInputStream(iv), new CipherInputStream(plain, SealedBox.sealing(key, iv, place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }
}
