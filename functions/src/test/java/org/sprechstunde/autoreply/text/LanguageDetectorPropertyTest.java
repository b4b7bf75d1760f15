package org.sprechstunde.autoreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.TextFile;

/** Whatever people write: nobody is taken for a speaker of what they only borrow, and nothing throws. */
final class LanguageDetectorPropertyTest {
    private static final List<String> GERMAN = telling(Language.DE);
    private static final List<String> ENGLISH = telling(Language.EN);

    private final LanguageDetector languageDetector = LanguageDetector.load();

    @Property
    void noTextIsTooOdd(@ForAll String text) {
        assertThat(languageDetector.of(text)).isNotNull();
    }

    @Property
    void aGermanMessageWithAnEnglishWordIsNeverEnglish(
            @ForAll("german") Set<String> german, @ForAll("borrowed") String word, @ForAll Random random) {
        assertThat(languageDetector.of(mixed(german, Set.of(word), random))).isNotEqualTo(Optional.of(Language.EN));
    }

    @Property
    void aLongerGermanMessageWithAnEnglishWordStaysGerman(
            @ForAll("longGerman") Set<String> german, @ForAll("borrowed") String word, @ForAll Random random) {
        assertThat(languageDetector.of(mixed(german, Set.of(word), random))).hasValue(Language.DE);
    }

    @Property
    void nothingIsToldWhereBothAreSpokenAlike(
            @ForAll("german") Set<String> german, @ForAll("english") Set<String> english, @ForAll Random random) {
        boolean alike = german.size() <= 2 * english.size() && english.size() <= 2 * german.size();

        Optional<Language> told = languageDetector.of(mixed(german, english, random));

        assertThat(told.isEmpty()).isEqualTo(alike);
    }

    @Property
    void orderCaseAndRepetitionTellNothing(@ForAll("english") Set<String> english, @ForAll Random random) {
        String text = mixed(english, english, random);

        assertThat(languageDetector.of(text.toUpperCase(Locale.ROOT))).isEqualTo(languageDetector.of(text));
    }

    @Provide
    Arbitrary<Set<String>> german() {
        return Arbitraries.of(GERMAN).set().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Set<String>> longGerman() {
        return Arbitraries.of(GERMAN).set().ofMinSize(3).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Set<String>> english() {
        return Arbitraries.of(ENGLISH).set().ofMinSize(2).ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> borrowed() {
        return Arbitraries.of(ENGLISH);
    }

    private static String mixed(Set<String> one, Set<String> other, Random random) {
        List<String> words = new ArrayList<>(one);
        words.addAll(other);
        Collections.shuffle(words, random);
        return String.join(" Laterne, ", words) + ".";
    }

    private static List<String> telling(Language language) {
        return List.of(
                TextFile.load("citizen." + language.code()).get("telling").split(" ", -1));
    }
}
