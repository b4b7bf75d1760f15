package org.sprechstunde.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SealedBoxTest {
    private final SecureRandom random = new SecureRandom();
    private final DataKey key = DataKey.next(random);
    private final byte[] letter = "Sehr geehrter Herr Bürgermeister".getBytes(UTF_8);

    @Test
    void opensWithItsKeyInItsPlace() {
        byte[] sealed = SealedBox.seal(letter, key, "ENQUIRY#1 MESSAGE#1", random);

        assertThat(SealedBox.open(sealed, key, "ENQUIRY#1 MESSAGE#1")).hasValue(letter);
        assertThat(sealed).hasSize(letter.length + SealedBox.OVERHEAD);
    }

    @Test
    void staysClosedInAnotherPlace() {
        byte[] sealed = SealedBox.seal(letter, key, "ENQUIRY#1 MESSAGE#1", random);

        assertThat(SealedBox.open(sealed, key, "ENQUIRY#1 MESSAGE#2")).isEmpty();
    }

    @Test
    void staysClosedForAnotherKey() {
        byte[] sealed = SealedBox.seal(letter, key, "here", random);

        assertThat(SealedBox.open(sealed, DataKey.next(random), "here")).isEmpty();
    }

    @Test
    void staysClosedWhenAnyByteWasChanged() {
        byte[] sealed = SealedBox.seal(letter, key, "here", random);

        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index] ^= 1;
            assertThat(SealedBox.open(changed, key, "here")).isEmpty();
        }
    }

    @Test
    void staysClosedWhenCutShort() {
        byte[] sealed = SealedBox.seal(letter, key, "here", random);

        for (int length = 0; length < sealed.length; length++) {
            assertThat(SealedBox.open(Arrays.copyOf(sealed, length), key, "here"))
                    .isEmpty();
        }
    }

    @Test
    void theSameWordsLookDifferentEachTime() {
        assertThat(SealedBox.seal(letter, key, "here", random))
                .isNotEqualTo(SealedBox.seal(letter, key, "here", random));
    }

    @Test
    void aSealedStreamOpensLikeASealedBlob() throws IOException {
        byte[] film = new byte[300_000];
        random.nextBytes(film);

        byte[] sealed = SealedStream.of(new ByteArrayInputStream(film), key, "1/2", random)
                .readAllBytes();

        assertThat(sealed).hasSize(film.length + SealedBox.OVERHEAD);
        assertThat(SealedBox.open(sealed, key, "1/2")).hasValue(film);
        assertThat(SealedBox.open(sealed, key, "1/3")).isEmpty();
    }
}
