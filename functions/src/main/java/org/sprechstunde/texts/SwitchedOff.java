package org.sprechstunde.texts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.AutomaticText;
import org.sprechstunde.platform.Settings;

/** The automatic texts that the town does not want to be sent. */
public record SwitchedOff(Set<AutomaticText> texts) {
    public SwitchedOff {
        texts = Set.copyOf(texts);
    }

    /** Those of the town's settings, such as {@code outside-hours, unreadable}; none if that is empty. */
    public static SwitchedOff of(Settings settings) {
        return parse(settings.texts().switchedOff());
    }

    /**
     * The texts with these words.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    static SwitchedOff parse(String words) {
        if (words.isBlank()) {
            return new SwitchedOff(Set.of());
        }
        return new SwitchedOff(Stream.of(words.split(",", -1))
                .map(word -> text(word.strip()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AutomaticText.class))));
    }

    private static AutomaticText text(String word) {
        return AutomaticText.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "SWITCHED_OFF_TEXTS names an unknown text: " + word + "; known are " + known()));
    }

    private static String known() {
        return Arrays.stream(AutomaticText.values()).map(AutomaticText::word).collect(Collectors.joining(", "));
    }

    public boolean includes(AutomaticText text) {
        return texts.contains(text);
    }
}
