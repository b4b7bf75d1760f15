package org.sprechstunde.autoreply.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.TextFile;

/**
 * Tells in which language somebody writes, by small words that only one language has. Often that cannot be told, and
 * then nothing changes: better the language of before than a guess.
 */
public final class LanguageDetector {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** So many different ones at least, for people borrow words, */
    private static final int ENOUGH = 2;

    /** and more than so many times as many as of any other language, for they quote whole sentences. */
    private static final int CLEARLY = 2;

    /** Whoever writes a book has told by then. */
    private static final int LONG_ENOUGH = 5_000;

    private final Map<Language, Set<String>> telling;

    /** A recognition by these words, all lower case. */
    LanguageDetector(Map<Language, Set<String>> telling) {
        this.telling = Map.copyOf(telling);
    }

    /** A recognition by the telling words of the texts. */
    public static LanguageDetector load() {
        Map<Language, Set<String>> telling = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String words = TextFile.load("citizen." + language.code()).get("telling");
            telling.put(language, Set.of(words.split(" ", -1)));
        }
        return new LanguageDetector(telling);
    }

    /** The language of {@code text}, if it tells. */
    public Optional<Language> of(String text) {
        Set<String> words = words(text);
        return Arrays.stream(Language.values())
                .filter(language -> isTold(language, words))
                .findFirst();
    }

    private boolean isTold(Language language, Set<String> words) {
        long own = count(language, words);
        return own >= ENOUGH
                && Arrays.stream(Language.values())
                        .filter(other -> other != language)
                        .allMatch(other -> own > CLEARLY * count(other, words));
    }

    private long count(Language language, Set<String> words) {
        Set<String> its = telling.getOrDefault(language, Set.of());
        return words.stream().filter(its::contains).count();
    }

    private static Set<String> words(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONG_ENOUGH));
        String whole = Normalizer.normalize(beginning, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return WORD.matcher(whole).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
    }
}
