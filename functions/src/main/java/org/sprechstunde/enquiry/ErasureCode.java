package org.sprechstunde.enquiry;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Eight random letters by which a citizen can ask later whether all was erased. They follow from nothing, and nobody keeps
 * them but the citizen: the town has a keyed hash.
 */
public record ErasureCode(String letters) {
    /** No vowels, so that no code is a word; and no Y, which is read as one. */
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.\\-–]+");

    public ErasureCode {
        if (!FORM.matcher(letters).matches()) {
            throw new IllegalArgumentException("a code has eight of its letters");
        }
    }

    public static ErasureCode next(RandomGenerator random) {
        StringBuilder letters = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> letters.append(ALPHABET.charAt(at)));
        return new ErasureCode(letters.toString());
    }

    /** The code in {@code text}, however somebody has typed it, if it is one. */
    public static Optional<ErasureCode> parse(String text) {
        String letters = BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return FORM.matcher(letters).matches() ? Optional.of(new ErasureCode(letters)) : Optional.empty();
    }

    /** In two halves, for people. */
    public String spelled() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "ErasureCode[…]";
    }
}
