package org.sprechstunde.autoreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.CompleteEnvironment;

/** The files of what citizens read: complete, alike, and short enough for WhatsApp in the longest-named town. */
final class CitizenTextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_QUESTION = 1024;
    private static final int LONGEST_BUTTON = 20;

    /** Longer than any of Germany's; the parameters allow no more. */
    private static final Map<String, String> LONG_TOWN = Map.of(
            "TOWN", "X".repeat(100),
            "TOWN_HALL_HOURS", "x".repeat(200),
            "TOWN_HALL_HOURS_ENGLISH", "x".repeat(200),
            "PRIVACY_NOTICE_URL", "https://town.example/" + "x".repeat(180));

    @Test
    void bothFilesHaveTheSameKeysAndEachTextTheSamePlaceholders() throws IOException {
        Map<String, String> german = file(Language.DE);
        Map<String, String> english = file(Language.EN);

        assertThat(english.keySet()).isEqualTo(german.keySet());
        for (String key : german.keySet()) {
            assertThat(placeholders(english.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(german.getOrDefault(key, "")));
        }
    }

    @Test
    void noWordTellsOfTwoLanguages() throws IOException {
        Set<String> german = words(Language.DE, "telling");
        Set<String> english = words(Language.EN, "telling");

        assertThat(german).doesNotContainAnyElementsOf(english).hasSizeGreaterThan(50);
        assertThat(english).hasSizeGreaterThan(50).allMatch(word -> word.matches("[a-z]+"));
        assertThat(german).allMatch(word -> word.matches("[a-zäöüß]+"));
    }

    @Test
    void noSpellingOfAWordMeansTwoThings() throws IOException {
        Set<String> all = new HashSet<>();
        for (Language language : Language.values()) {
            for (String key : List.of("word.erase", "word.information", "word.help")) {
                for (String spelling : words(language, key)) {
                    assertThat(all.add(spelling)).as(spelling).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAutomaticTextIsThereAndShortEnough(Language language) {
        LocalizedTexts localizedTexts = new CitizenTexts(CompleteEnvironment.with(LONG_TOWN)).in(Optional.of(language));
        String outside = localizedTexts.get("greeting.outside");

        String numbers = localizedTexts.get("numbers") + "\n\n";
        for (AutoReply text : AutoReply.values()) {
            String words = localizedTexts.get(text.word(), Map.of("outside", outside, "files", "100"));
            assertThat(words)
                    .as(text.word())
                    .hasSizeBetween(20, LONGEST_TEXT)
                    .doesNotContain("{", "}")
                    .startsWith(numbers);
        }
        for (String answer : List.of("greeting.notice", "help", "information", "nothing", "erase", "another", "elsewhere")) {
            assertThat(localizedTexts.get(answer)).as(answer).startsWith(numbers);
        }
        assertThat(numbers).contains("110", "112");
        assertThat(localizedTexts.get("emergency"))
                .contains("110", "112", "0800 1110111", "0800 1110222", "116016", "116006");
        assertThat(localizedTexts.get("help"))
                .hasSizeLessThanOrEqualTo(LONGEST_TEXT)
                .doesNotContain("{");
        assertThat(localizedTexts.get("nothing"))
                .hasSizeLessThanOrEqualTo(LONGEST_TEXT)
                .doesNotContain("{");
        assertThat(localizedTexts.get("another"))
                .hasSizeLessThanOrEqualTo(LONGEST_TEXT)
                .doesNotContain("{");
        assertThat(localizedTexts.get("erase"))
                .hasSizeLessThanOrEqualTo(LONGEST_QUESTION)
                .doesNotContain("{");
        assertThat(localizedTexts.get("erase.button"))
                .hasSizeLessThanOrEqualTo(LONGEST_BUTTON)
                .doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource
    void theGreetingSaysAllThatItMust(Language language) {
        LocalizedTexts localizedTexts = new CitizenTexts(CompleteEnvironment.with(Map.of())).in(Optional.of(language));

        String greeting = localizedTexts.get("greeting", Map.of("outside", ""));

        assertThat(greeting)
                .contains("Heringen (Werra)", "https://town.example/datenschutz", "110", "112")
                .contains(
                        switch (language) {
                            case DE -> List.of("LÖSCHEN", "AUSKUNFT", "HILFE", "dienstags von 14 bis 16 Uhr");
                            case EN -> List.of("DELETE", "INFORMATION", "HELP", "Tuesdays from 2 to 4 pm");
                        });
    }

    private static Set<String> words(Language language, String key) throws IOException {
        return Arrays.stream(file(language).getOrDefault(key, "").split(" ", -1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> file(Language language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                CitizenTexts.class.getResourceAsStream("/texts/citizen." + language.code() + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
