package org.sprechstunde.enquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SealedTest {
    private final SecureRandom random = new SecureRandom();
    private final DataKey key = DataKey.next(random);
    private final byte[] letter = "Sehr geehrter Herr Bürgermeister".getBytes(UTF_8);

    @Test
    void opensWithItsKeyInItsPlace() {
        byte[] sealed = Sealed.seal(letter, key, "ENQUIRY#1 MESSAGE#1", random);

        assertThat(Sealed.open(sealed, key, "ENQUIRY#1 MESSAGE#1")).hasValue(letter);
        assertThat(sealed).hasSize(letter.length + Sealed.OVERHEAD);
    }

    @Test
    void staysClosedInAnotherPlace() {
        byte[] sealed = Sealed.seal(letter, key, "ENQUIRY#1 MESSAGE#1", random);

        assertThat(Sealed.open(sealed, key, "ENQUIRY#1 MESSAGE#2")).isEmpty();
    }

    @Test
    void staysClosedForAnotherKey() {
        byte[] sealed = Sealed.seal(letter, key, "here", random);

        assertThat(Sealed.open(sealed, DataKey.next(random), "here")).isEmpty();
    }

    @Test
    void staysClosedWhenAnyByteWasChanged() {
        byte[] sealed = Sealed.seal(letter, key, "here", random);

        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index] ^= 1;
            assertThat(Sealed.open(changed, key, "here")).isEmpty();
        }
    }

    @Test
    void staysClosedWhenCutShort() {
        byte[] sealed = Sealed.seal(letter, key, "here", random);

        for (int length = 0; length < sealed.length; length++) {
            assertThat(Sealed.open(Arrays.copyOf(sealed, length), key, "here")).isEmpty();
        }
    }

    @Test
    void theSameWordsLookDifferentEachTime() {
        assertThat(Sealed.seal(letter, key, "here", random)).isNotEqualTo(Sealed.seal(letter, key, "here", random));
    }

    @Test
    void aSealedStreamOpensLikeASealedBlob() throws IOException {
        byte[] film = new byte[300_000];
        random.nextBytes(film);

        byte[] sealed = SealedStream.of(new ByteArrayInputStream(film), key, "1/2", random)
                .readAllBytes();

        assertThat(sealed).hasSize(film.length + Sealed.OVERHEAD);
        assertThat(Sealed.open(sealed, key, "1/2")).hasValue(film);
        assertThat(Sealed.open(sealed, key, "1/3")).isEmpty();
    }
}
