package org.sprechstunde.enquiry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One emoji as people put it on a message, of any skin tone, joined from several, or a flag; never words. {@code openapi.yaml}
 * spells the same form, so it does not follow the Unicode that a JDK happens to have.
 */
public record Emoji(String value) {
    private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
    private static final String KEYCAP = "[0-9#*]\\x{FE0F}?\\x{20E3}";

    /** Flags of England, Scotland and Wales spell their region in invisible letters. */
    private static final String REGION = "[\\x{E0020}-\\x{E007E}]{1,6}\\x{E007F}";

    /** All that are or can become one in the first plane, and in the others the blocks in which new ones are added. */
    private static final String PICTURES = "©®‼⁉™ℹ↔-↙↩↪⌚⌛⌨⏏⏩-⏳⏸-⏺Ⓜ▪▫▶◀◻-◾☀-☄☎☑☔☕☘☝☠☢☣☦☪☮☯☸-☺♀♂♈-♓♟♠♣♥♦♨♻♾♿"
            + "⚒-⚗⚙⚛⚜⚠⚡⚧⚪⚫⚰⚱⚽⚾⛄⛅⛈⛎⛏⛑⛓⛔⛩⛪⛰-⛵⛷-⛺⛽✂✅✈-✍✏✒✔✖✝✡✨✳✴❄❇❌❎❓-❕❗❣❤➕-➗➡➰➿⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙"
            + "🀄🃏🅰🅱🅾🅿🆎🆑-🆚🈁🈂🈚🈯🈲-🈺🉐🉑"
            + "\\x{1F300}-\\x{1F3FA}\\x{1F400}-\\x{1F64F}\\x{1F680}-\\x{1F6FF}\\x{1F7E0}-\\x{1F7FF}"
            + "\\x{1F90C}-\\x{1F93A}\\x{1F93C}-\\x{1F945}\\x{1F947}-\\x{1F9FF}\\x{1FA70}-\\x{1FAFF}";

    private static final String PICTURE = "[" + PICTURES + "]([\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}]|" + REGION + ")?";

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
