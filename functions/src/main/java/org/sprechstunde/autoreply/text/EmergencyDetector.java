package org.sprechstunde.autoreply.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.FoldedText;
import org.sprechstunde.platform.TextFile;

/**
 * Tells whether somebody may be in danger, by phrases of every language, whichever the town answers in. Of the words
 * nothing is kept, not even which of them it was. It may well be wrong, and what is answered harms nobody who is safe.
 */
public final class EmergencyDetector {
    private static final String PHRASES = "words.emergency";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** As much as WhatsApp lets people write. */
    private static final int LONG_ENOUGH = 65_536;

    private static final String GAP = "(?:[^ ]+ ){0,4}";

    private final Map<Language, Pattern> phrases;

    private EmergencyDetector(Map<Language, Pattern> phrases) {
        this.phrases = phrases;
    }

    /** A recognition by the phrases of the texts. */
    public static EmergencyDetector load() {
        Map<Language, Pattern> phrases = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String listed = TextFile.load("citizen." + language.code()).get(PHRASES);
            phrases.put(
                    language,
                    Pattern.compile(Stream.of(listed.split(",", -1))
                            .map(phrase -> expression(phrase.replace('\'', ' ').strip()))
                            .collect(Collectors.joining("|"))));
        }
        return new EmergencyDetector(phrases);
    }

    /** The languages in which {@code text} speaks of an emergency; none if it does not. */
    public List<Language> of(String text) {
        String words = words(text.substring(0, Math.min(text.length(), LONG_ENOUGH)));
        return phrases.entrySet().stream()
                .filter(its -> its.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Its words with a blank around each, and nothing else of it. */
    private static String words(String text) {
        return WORD.matcher(FoldedText.of(text))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" ", " ", " "));
    }

    /** {@code =} in front: the whole text; {@code …}: up to four words; {@code *} at a word's end: however it ends. */
    private static String expression(String phrase) {
        Optional<String> whole = Optional.of(phrase).filter(it -> it.startsWith("="));
        String words = Arrays.stream(
                        whole.map(it -> it.substring(1)).orElse(phrase).split(" ", -1))
                .map(EmergencyDetector::word)
                .collect(Collectors.joining());
        return whole.isPresent() ? "^ " + words + "$" : " " + words;
    }

    private static String word(String word) {
        if (word.equals("…")) {
            return GAP;
        }
        return word.endsWith("*")
                ? Pattern.quote(FoldedText.of(word.substring(0, word.length() - 1))) + "[^ ]* "
                : Pattern.quote(FoldedText.of(word)) + " ";
    }
}
