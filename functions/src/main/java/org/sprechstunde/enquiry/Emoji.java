package org.sprechstunde.enquiry;

import java.util.Optional;
import java.util.regex.Pattern;

/** One emoji as people put it on a message, of any skin tone, joined from several, or a flag; never words. */
public record Emoji(String value) {
    private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
    private static final String KEYCAP = "[0-9#*]\\x{FE0F}?\\x{20E3}";

    /** Flags of England, Scotland and Wales spell their region in invisible letters. */
    private static final String REGION = "[\\x{E0020}-\\x{E007E}]{1,6}\\x{E007F}";

    private static final String PICTURE = "[\\p{IsEmoji_Presentation}\\p{IsExtended_Pictographic}"
            + "&&[^\\p{IsEmoji_Modifier}\\x{1F1E6}-\\x{1F1FF}]](\\x{FE0F}|\\p{IsEmoji_Modifier}|" + REGION + ")?";

    /** A family is joined from four; whoever joins more wants to send something else. */
    private static final String JOINED = PICTURE + "(\\x{200D}" + PICTURE + "){0,3}";

    private static final Pattern FORM = Pattern.compile(FLAG + "|" + KEYCAP + "|" + JOINED);

    public Emoji {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not one emoji");
        }
    }

    /** The emoji that {@code text} is, if it is one. */
    public static Optional<Emoji> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Emoji(text)) : Optional.empty();
    }
}
