package org.sprechstunde.enquiry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which citizens can be answered; its words stand in {@code texts/citizen.<code>.properties}. */
public enum Language {
    DE,
    EN,
    TR,
    UK,
    AR,
    RU,
    PL,
    FR;

    /** As ISO 639 writes it, such as {@code de}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
