package org.sprechstunde.connect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands on the command line; never anything secret.
 *
 * @param newAddress whether WhatsApp gets another secret address to deliver to
 */
record Flags(Optional<String> stack, Optional<String> region, boolean checkOnly, boolean newAddress, Locale language) {
    private static final String STACK = "--stack=";
    private static final String REGION = "--region=";

    /** Nothing if there is a word that means nothing. */
    static Optional<Flags> of(List<String> words) {
        Flags flags = new Flags(Optional.empty(), Optional.empty(), false, false, Locale.GERMAN);
        for (String word : words) {
            Optional<Flags> more = flags.with(word);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            flags = more.get();
        }
        return Optional.of(flags);
    }

    private Optional<Flags> with(String word) {
        if (word.startsWith(STACK)) {
            return value(word, STACK)
                    .map(name -> new Flags(Optional.of(name), region, checkOnly, newAddress, language));
        }
        if (word.startsWith(REGION)) {
            return value(word, REGION)
                    .map(name -> new Flags(stack, Optional.of(name), checkOnly, newAddress, language));
        }
        return switch (word) {
            case "--check" -> Optional.of(new Flags(stack, region, true, newAddress, language));
            case "--new-address" -> Optional.of(new Flags(stack, region, checkOnly, true, language));
            case "--english" -> Optional.of(new Flags(stack, region, checkOnly, newAddress, Locale.ENGLISH));
            default -> Optional.empty();
        };
    }

    private static Optional<String> value(String word, String flag) {
        return Optional.of(word.substring(flag.length())).filter(value -> !value.isBlank());
    }
}
