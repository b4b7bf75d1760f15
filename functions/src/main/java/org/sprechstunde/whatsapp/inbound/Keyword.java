package org.sprechstunde.whatsapp.inbound;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.TextFile;

/**
 * The words with which citizens dispose of what is stored of them. Their spellings stand in the texts; those of every
 * language are understood, whichever the town answers in.
 */
public enum Keyword {
    /** Erase everything, after one question. */
    ERASE,
    /** Say what is stored. */
    INFORMATION,
    /** Say who reads, when, and which words there are. */
    HELP;

    private static final int LONGEST = 40;

    /** What a phone or a person puts around a word: blanks, also invisible ones, quotation marks, marks for bold. */
    private static final String AROUND = "\\s\\p{Z}\\p{Cf}\\p{Pi}\\p{Pf}\"'„‚*_~";

    private static final Pattern ALONE = Pattern.compile("[" + AROUND + "]*(\\p{L}+)[" + AROUND + ".!]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<String, Said> SPELLINGS = spellings();

    /** A word, and in which language it was said. */
    record Said(Keyword word, Language language) {}

    /** The word that {@code text} is, if it is nothing else. */
    static Optional<Said> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var alone = ALONE.matcher(folded(text));
        return alone.matches() ? Optional.ofNullable(SPELLINGS.get(alone.group(1))) : Optional.empty();
    }

    /** Without case and without the dots of umlauts, which come composed or apart or, from some keyboards, not at all. */
    private static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Said> spellings() {
        Map<String, Said> spellings = new HashMap<>();
        for (Language language : Language.values()) {
            TextFile textFile = TextFile.load("citizen." + language.code());
            for (Keyword word : values()) {
                String listed = textFile.get("word." + word.name().toLowerCase(Locale.ROOT));
                Stream.of(listed.split(" ", -1))
                        .forEach(spelling -> spellings.put(folded(spelling), new Said(word, language)));
            }
        }
        return Map.copyOf(spellings);
    }
}
