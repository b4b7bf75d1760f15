package org.sprechstunde.whatsapp.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Keyword;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.FoldedText;
import org.sprechstunde.platform.TextFile;

/**
 * Recognises a citizen's own words as people write them. Spellings, and what politeness puts around them, stand in the
 * texts; those of every language are understood, whichever the town answers in.
 */
final class KeywordSpellings {
    private static final int LONGEST = 100;

    /** What a phone or a person puts around a word: blanks, also invisible ones, quotation marks, marks for bold. */
    private static final String AROUND = "\\s\\p{Z}\\p{Cf}\\p{Pi}\\p{Pf}\"'„‚*_~.,;:!?…؟،؛";

    private static final Pattern WORDS = Pattern.compile("[" + AROUND + "]*(?:\\p{L}+(?:[" + AROUND + "]+|$))+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final List<Spelling> SPELLINGS = spellings();

    private KeywordSpellings() {}

    /**
     * A word, as somebody said it.
     *
     * @param language in which it was said; absent where several have the same word
     * @param bare exactly the word that the town told, and nothing else
     */
    record Said(Keyword word, Optional<Language> language, boolean bare) {}

    /** How a word is said in one language: as the town tells it, as others say it, and in what company. */
    private record Spelling(Keyword word, Language language, Set<String> told, Set<String> alike, Set<String> company) {
        boolean isIn(List<String> words) {
            return words.stream().anyMatch(this::isSpelling)
                    && words.stream().allMatch(word -> isSpelling(word) || company.contains(word));
        }

        boolean isBare(List<String> words) {
            return words.size() == 1 && told.contains(words.getFirst());
        }

        private boolean isSpelling(String word) {
            return told.contains(word) || alike.contains(word);
        }
    }

    /** The word that {@code text} is, if it says nothing else. */
    static Optional<Said> of(String text) {
        String folded = text.length() > LONGEST ? "" : FoldedText.of(text);
        if (!WORDS.matcher(folded).matches()) {
            return Optional.empty();
        }
        List<String> words =
                WORD.matcher(folded).results().map(MatchResult::group).toList();
        List<Spelling> meant =
                SPELLINGS.stream().filter(spelling -> spelling.isIn(words)).toList();
        return meant.stream().findFirst().map(first -> new Said(first.word(), language(meant), isBare(meant, words)));
    }

    private static Optional<Language> language(List<Spelling> meant) {
        return meant.size() == 1 ? Optional.of(meant.getFirst().language()) : Optional.empty();
    }

    private static boolean isBare(List<Spelling> meant, List<String> words) {
        return meant.stream().anyMatch(spelling -> spelling.isBare(words));
    }

    private static List<Spelling> spellings() {
        List<Spelling> spellings = new ArrayList<>();
        for (Language language : Language.values()) {
            TextFile textFile = TextFile.load("citizen." + language.code());
            for (Keyword word : Keyword.values()) {
                spellings.add(new Spelling(
                        word,
                        language,
                        listed(textFile, "word." + word.word()),
                        listed(textFile, "alike." + word.word()),
                        listed(textFile, "company." + word.word())));
            }
        }
        return List.copyOf(spellings);
    }

    private static Set<String> listed(TextFile textFile, String key) {
        return Stream.of(textFile.get(key).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(FoldedText::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
