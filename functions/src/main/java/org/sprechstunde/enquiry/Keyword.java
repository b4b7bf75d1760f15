package org.sprechstunde.enquiry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words with which citizens dispose of what is stored of them. */
public enum Keyword {
    /** Erase everything, after one question. */
    ERASE,
    /** Say what is stored. */
    INFORMATION,
    /** Say who reads, when, and which words there are. */
    HELP;

    /** Such as {@code erase}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Keyword> of(String word) {
        return Arrays.stream(values())
                .filter(keyword -> keyword.word().equals(word))
                .findFirst();
    }
}
