package org.sprechstunde.whatsapp;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.platform.Texts;

/** The words with which citizens dispose of what is stored of them. Their spellings stand in the texts. */
public enum Word {
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
    private static final Map<Word, Set<String>> SPELLINGS = spellings();

    /** The word that {@code text} is, if it is nothing else. */
    static Optional<Word> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var alone = ALONE.matcher(folded(text));
        if (!alone.matches()) {
            return Optional.empty();
        }
        return Stream.of(values())
                .filter(word -> SPELLINGS.getOrDefault(word, Set.of()).contains(alone.group(1)))
                .findFirst();
    }

    /** Without case and without the dots of umlauts, which come composed or apart or, from some keyboards, not at all. */
    private static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Map<Word, Set<String>> spellings() {
        Texts texts = Texts.load("citizen");
        Map<Word, Set<String>> spellings = new EnumMap<>(Word.class);
        for (Word word : values()) {
            String listed = texts.get("word." + word.name().toLowerCase(Locale.ROOT));
            spellings.put(word, Stream.of(listed.split(" ")).map(Word::folded).collect(Collectors.toSet()));
        }
        return spellings;
    }
}
