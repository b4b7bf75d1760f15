package org.sprechstunde.platform;

import java.util.regex.Pattern;

/** Tells what can be seen from what only looks empty: blanks, control characters, fillers, and marks on nothing. */
public final class VisibleText {
    /** Letters and signs that Unicode has for spaces in other scripts. */
    private static final String FILLERS = "\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0";

    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}\\p{Co}&&[^" + FILLERS + "]]");

    private VisibleText() {}

    public static boolean isIn(String text) {
        return VISIBLE.matcher(text).find();
    }
}
