package org.sprechstunde.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** A sealed blob opens with its key and in its place, and with and in nothing else. */
final class SealedBoxPropertyTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Property
    void whatWasSealedOpensAsItWas(
            @ForAll byte[] plain, @ForAll @Size(32) byte[] key, @ForAll @StringLength(max = 80) String place) {
        byte[] sealed = SealedBox.seal(plain, DataKey.of(key), place, RANDOM);

        assertThat(sealed).hasSize(plain.length + SealedBox.OVERHEAD);
        assertThat(SealedBox.open(sealed, DataKey.of(key), place))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(plain));
    }

    @Property
    void anotherKeyDoesNotOpenIt(
            @ForAll byte[] plain, @ForAll @Size(32) byte[] key, @ForAll @IntRange(max = 255) int bit) {
        byte[] other = flipped(key, bit);

        byte[] sealed = SealedBox.seal(plain, DataKey.of(key), "place", RANDOM);

        assertThat(SealedBox.open(sealed, DataKey.of(other), "place")).isEmpty();
    }

    @Property
    void itOpensInNoOtherPlace(
            @ForAll byte[] plain,
            @ForAll @StringLength(max = 40) String place,
            @ForAll @StringLength(min = 1, max = 40) String more) {
        DataKey key = DataKey.next(RANDOM);

        byte[] sealed = SealedBox.seal(plain, key, place, RANDOM);

        assertThat(SealedBox.open(sealed, key, place + more)).isEmpty();
        assertThat(SealedBox.open(sealed, key, more + place)).isEmpty();
    }

    @Property
    void oneBitChangedAnywhereClosesItForEver(@ForAll byte[] plain, @ForAll @IntRange(max = 1 << 20) int anywhere) {
        DataKey key = DataKey.next(RANDOM);
        byte[] sealed = SealedBox.seal(plain, key, "place", RANDOM);

        byte[] changed = flipped(sealed, anywhere % (sealed.length * Byte.SIZE));

        assertThat(SealedBox.open(changed, key, "place")).isEmpty();
        assertThat(SealedBox.open(Arrays.copyOf(sealed, anywhere % sealed.length), key, "place"))
                .isEmpty();
    }

    @Property
    void aFileSealedWhileItStreamsOpensLikeAnyBlob(@ForAll byte[] plain, @ForAll @StringLength(max = 80) String place)
            throws IOException {
        DataKey key = DataKey.next(RANDOM);

        byte[] sealed;
        try (var stream = SealedStream.of(new ByteArrayInputStream(plain), key, place, RANDOM)) {
            sealed = stream.readAllBytes();
        }

        assertThat(SealedBox.open(sealed, key, place))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(plain));
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return changed;
    }
}
