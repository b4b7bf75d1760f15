package org.sprechstunde.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text without what people write now so, now so: case, and the marks on letters, which come composed or apart or, from some
 * keyboards, not at all.
 */
public final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private FoldedText() {}

    public static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        // Turkish has an i without a dot, which no normalization knows as one.
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace('ı', 'i');
    }
}
