package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something made up that only one citizen could have written: wherever it turns up, it came from there.
 *
 * @param kind what it was, such as "caption"; may be printed, as nothing of the value is in it
 * @param needles what is searched for: so short that it is found inside longer things, too long to be chance
 * @param wholes every way in which the whole could be hashed
 */
record Canary(String kind, List<byte[]> needles, List<byte[]> wholes) {
    private static final int SHORTEST = 8;

    Canary {
        if (needles.isEmpty() || needles.stream().anyMatch(needle -> needle.length < SHORTEST)) {
            throw new IllegalArgumentException("a needle has at least " + SHORTEST + " bytes");
        }
    }

    /** A text: each of its long words is a needle, so that half a name is found as well. */
    static Canary text(String kind, String value) {
        List<byte[]> words = Arrays.stream(value.split("[\\s.]+", -1))
                .map(word -> word.getBytes(UTF_8))
                .filter(word -> word.length >= SHORTEST)
                .toList();
        return new Canary(kind, words, bytes(value));
    }

    /** A phone number, found with its country code and without. */
    static Canary phone(String kind, String digits) {
        return new Canary(kind, bytes(digits.substring(2)), bytes(digits, "+" + digits, "0" + digits.substring(2)));
    }

    /** A BSUID such as {@code DE.…}, found with its country and without. */
    static Canary bsuid(String kind, String id) {
        return new Canary(kind, bytes(id.substring(3)), bytes(id, id.substring(3)));
    }

    /** A file of which {@code part} is to be found, and the hash of all of it. */
    static Canary file(String kind, byte[] part, byte[] whole) {
        return new Canary(kind, List.of(part), List.of(part, whole));
    }

    private static List<byte[]> bytes(String... values) {
        return Stream.of(values).map(value -> value.getBytes(UTF_8)).toList();
    }
}
