package org.sprechstunde.autoreply.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** As much as WhatsApp lets people write. */
    private static final int LONG_ENOUGH = 65_536;

    /** By the first letter of each, so that a long text is no long work. */
    private final Map<Character, List<Phrase>> phrases;

    private EmergencyDetector(List<Phrase> phrases) {
        this.phrases = phrases.stream().collect(Collectors.groupingBy(Phrase::initial));
    }

    /** A recognition by the phrases of the texts. */
    public static EmergencyDetector load() {
        List<Phrase> phrases = new ArrayList<>();
        for (Language language : Language.values()) {
            String listed = TextFile.load("citizen." + language.code()).get(PHRASES);
            for (String phrase : FoldedText.of(listed).split(",", -1)) {
                phrases.add(Phrase.of(language, phrase.strip()));
            }
        }
        return new EmergencyDetector(phrases);
    }

    /** The languages in which {@code text} speaks of an emergency; none if it does not. */
    public List<Language> of(String text) {
        String[] words = words(text.substring(0, Math.min(text.length(), LONG_ENOUGH)));
        return IntStream.range(0, words.length)
                .boxed()
                .flatMap(at -> phrases.getOrDefault(words[at].charAt(0), List.of()).stream()
                        .filter(phrase -> phrase.beginsAt(words, at)))
                .map(Phrase::language)
                .distinct()
                .toList();
    }

    private static String[] words(String text) {
        StringBuilder words = new StringBuilder();
        FoldedText.of(text)
                .codePoints()
                .map(sign -> Character.isLetterOrDigit(sign) ? sign : ' ')
                .forEach(words::appendCodePoint);
        return Arrays.stream(words.toString().split(" +"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    /**
     * Words that follow each other.
     *
     * @param whole whether there is nothing else in the text
     */
    private record Phrase(Language language, boolean whole, List<Part> parts) {
        private static final String GAP = "...";
        private static final int WIDEST_GAP = 4;

        /** {@code =} in front: the whole text; {@code …}: up to four words; {@code *} at a word's end: however it ends. */
        static Phrase of(Language language, String phrase) {
            boolean whole = phrase.startsWith("=");
            List<Part> parts = Stream.of(
                            phrase.substring(whole ? 1 : 0).replace('\'', ' ').split(" ", -1))
                    .map(Part::of)
                    .toList();
            return new Phrase(language, whole, parts);
        }

        char initial() {
            return parts.getFirst().text().charAt(0);
        }

        boolean beginsAt(String[] words, int at) {
            return (!whole || words.length == parts.size()) && follows(words, at, 0);
        }

        /** Whether the words from {@code at} on are the parts from {@code next} on. */
        private boolean follows(String[] words, int at, int next) {
            if (next == parts.size()) {
                return true;
            }
            Part part = parts.get(next);
            if (part.text().equals(GAP)) {
                for (int skipped = 0; skipped <= WIDEST_GAP; skipped++) {
                    if (follows(words, at + skipped, next + 1)) {
                        return true;
                    }
                }
                return false;
            }
            return at < words.length && part.isMetBy(words[at]) && follows(words, at + 1, next + 1);
        }
    }

    private record Part(String text, boolean open) {
        static Part of(String word) {
            boolean open = word.endsWith("*");
            return new Part(open ? word.substring(0, word.length() - 1) : word, open);
        }

        boolean isMetBy(String word) {
            return open ? word.startsWith(text) : word.equals(text);
        }
    }
}
