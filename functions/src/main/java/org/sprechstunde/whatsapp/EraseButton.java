package org.sprechstunde.whatsapp;

import java.util.Arrays;
import java.util.Optional;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.TextFile;

/**
 * The id of the button that confirms an erasure; WhatsApp brings it back when the button is tapped. A random id only, and
 * sealed by {@link CarriedIds}.
 */
public record EraseButton(RandomId enquiry) {
    private static final String PREFIX = "erase/";
    private static final String TITLE = "erase.button";

    public static Optional<EraseButton> parse(String id) {
        return id.startsWith(PREFIX)
                ? RandomId.parse(id.substring(PREFIX.length())).map(EraseButton::new)
                : Optional.empty();
    }

    /** The language in which the question was asked, by what stands on its button. */
    public static Optional<Language> language(String title) {
        return Arrays.stream(Language.values())
                .filter(language ->
                        TextFile.load("citizen." + language.code()).get(TITLE).equals(title))
                .findFirst();
    }

    @Override
    public String toString() {
        return PREFIX + enquiry;
    }
}
