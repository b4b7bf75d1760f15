package org.sprechstunde.platform;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts text between what people see as characters: an emoji may be many of Java's, and half of one is another or none. */
public final class Graphemes {
    /** No emoji is longer; what goes on is hostile, and cut between code points. */
    private static final int LONGEST = 64;

    private Graphemes() {}

    /** {@code text}, or as much of its beginning as fits into {@code most} of Java's characters. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int boundary = boundaries(text.substring(0, Math.min(text.length(), most + LONGEST)))
                .preceding(most + 1);
        return text.substring(0, boundary > most - LONGEST && boundary > 0 ? boundary : codePoint(text, most));
    }

    /** {@code text}, or as much of its end as fits into {@code most} of Java's characters. */
    public static String end(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int least = text.length() - most;
        int boundary = boundaries(text).following(least - 1);
        return text.substring(
                boundary < least + LONGEST && boundary < text.length() ? boundary : codePoint(text, least));
    }

    private static BreakIterator boundaries(String text) {
        BreakIterator boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
        boundaries.setText(text);
        return boundaries;
    }

    /** At {@code index}, but not between the two halves of one. */
    private static int codePoint(String text, int index) {
        return Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index)) ? index - 1 : index;
    }
}
