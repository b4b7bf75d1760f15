package org.sprechstunde.autoreply.text;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.platform.Settings;

/** The automatic texts that the town does not want to be sent. */
public record DisabledAutoReplies(Set<AutoReply> texts) {
    public DisabledAutoReplies {
        texts = Set.copyOf(texts);
    }

    /** Those of the town's settings, such as {@code outside-hours, unreadable}; none if that is empty. */
    public static DisabledAutoReplies of(Settings settings) {
        return parse(settings.texts().switchedOff());
    }

    /**
     * The texts with these words.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    static DisabledAutoReplies parse(String words) {
        if (words.isBlank()) {
            return new DisabledAutoReplies(Set.of());
        }
        return new DisabledAutoReplies(Stream.of(words.split(",", -1))
                .map(word -> text(word.strip()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AutoReply.class))));
    }

    private static AutoReply text(String word) {
        return AutoReply.of(word)
                .filter(DisabledAutoReplies::mayBeSilent)
                .orElseThrow(() -> new IllegalArgumentException(
                        "SWITCHED_OFF_TEXTS names an unknown text: " + word + "; known are " + known()));
    }

    private static String known() {
        return Arrays.stream(AutoReply.values())
                .filter(DisabledAutoReplies::mayBeSilent)
                .map(AutoReply::word)
                .collect(Collectors.joining(", "));
    }

    /** Nobody in danger is left without the numbers. */
    private static boolean mayBeSilent(AutoReply text) {
        return text != AutoReply.EMERGENCY;
    }

    public boolean includes(AutoReply text) {
        return texts.contains(text);
    }
}
