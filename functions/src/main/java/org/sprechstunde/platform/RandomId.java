package org.sprechstunde.platform;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** 128 random bits as 32 hexadecimal digits: says nothing about anybody, so keys and logs may carry it. */
public record RandomId(String value) implements Comparable<RandomId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;

    public RandomId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a random id has 32 hexadecimal digits");
        }
    }

    public static RandomId next(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RandomId(HexFormat.of().formatHex(bytes));
    }

    /** The id in {@code text}, if it is one; what comes in a path may be anything. */
    public static Optional<RandomId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RandomId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(RandomId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
