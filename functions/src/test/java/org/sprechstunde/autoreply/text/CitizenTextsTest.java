package org.sprechstunde.autoreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.CompleteEnvironment;

/** The files of what citizens read: complete, alike, and short enough for WhatsApp in the longest-named town. */
final class CitizenTextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_QUESTION = 1024;
    private static final int LONGEST_BUTTON = 20;
    private static final int LONGEST_GREETING = 600;

    /** A Wednesday in September, with the longest weekday and month that most languages have. */
    private static final Instant BACK = Instant.parse("2027-09-29T06:00:00Z");

    /** Longer than any of Germany's; the parameters allow no more. */
    private static final Map<String, String> LONG_TOWN = Map.of(
            "TOWN", "X".repeat(100),
            "TOWN_HALL_HOURS", "x".repeat(200),
            "TOWN_HALL_HOURS_ENGLISH", "x".repeat(200),
            "PRIVACY_NOTICE_URL", "https://town.example/" + "x".repeat(180));

    /** What only recognises, and stands once for German. */
    private static final Pattern RECOGNISING = Pattern.compile("telling|(word|alike|company|words)\\..*");

    /** Not every language says a word in many ways. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("confirmed", "alike.help", "alike.information");

    private static final String EASY_GERMAN = "de-simple";

    static List<String> files() {
        return Stream.concat(Arrays.stream(Language.values()).map(Language::code), Stream.of(EASY_GERMAN))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileHasTheSameKeysAndEachTextTheSamePlaceholders(String file) throws IOException {
        Map<String, String> german = file("de");
        if (file.equals(EASY_GERMAN)) {
            german.keySet().removeIf(RECOGNISING.asMatchPredicate());
        }
        Map<String, String> texts = file(file);

        assertThat(texts.keySet()).isEqualTo(german.keySet());
        for (String key : german.keySet()) {
            assertThat(placeholders(texts.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(german.getOrDefault(key, "")));
            assertThat(!texts.getOrDefault(key, "").isBlank() || MAY_BE_EMPTY.contains(key))
                    .as(key)
                    .isTrue();
        }
    }

    /** Nobody has confirmed a translation yet; whoever does says when. */
    @ParameterizedTest
    @MethodSource("files")
    void everyFileSaysWhoHasConfirmedItOrThatNobodyHas(String file) throws IOException {
        assertThat(file(file).get("confirmed")).matches("|.+ \\d{1,2}\\.\\d{1,2}\\.\\d{4}");
    }

    @Test
    void noWordTellsOfTwoLanguages() throws IOException {
        Set<String> all = new HashSet<>();
        for (Language language : Language.values()) {
            Set<String> telling = words(language, "telling");
            assertThat(telling).as(language.code()).hasSizeGreaterThan(50);
            telling.forEach(word -> assertThat(all.add(word)).as(word).isTrue());
        }
        assertThat(words(Language.EN, "telling")).allMatch(word -> word.matches("[a-z]+"));
        assertThat(words(Language.DE, "telling")).allMatch(word -> word.matches("[a-zäöüß]+"));
    }

    /** Of what is written from left to right, the parts would change places. */
    @Test
    void whatIsReadFromRightToLeftKeepsTheOrderOfWhatIsNot() throws IOException {
        Pattern own = Pattern.compile("\\{(outside|numbers|identity|messages|answers|whatsapp)}|و\\{files}");
        Pattern isolated =
                Pattern.compile("\u2068[^\u2068\u2069]*\u2069|\u2066[^\u2066\u2069]*\u2069|\n\\{notice}(\n|$)");
        for (Map.Entry<String, String> text : file("ar").entrySet()) {
            if (!RECOGNISING.matcher(text.getKey()).matches() && !text.getKey().matches("time|day|confirmed")) {
                String open = isolated.matcher(own.matcher(text.getValue()).replaceAll(""))
                        .replaceAll("");
                assertThat(open)
                        .as(text.getKey())
                        .doesNotContainPattern("[A-Za-z{]")
                        .doesNotContainPattern("\\d \\d");
            }
        }
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
    @MethodSource("files")
    void everyAutomaticTextIsThereAndShortEnough(String file) {
        LocalizedTexts localizedTexts = texts(file, LONG_TOWN);
        String outside = localizedTexts.get("greeting.outside", Map.of("back", "x".repeat(60)));

        String numbers = localizedTexts.get("numbers") + "\n\n";
        for (AutoReply text : AutoReply.values()) {
            String words =
                    localizedTexts.get(text.word(), Map.of("outside", outside, "files", "100", "back", "x".repeat(60)));
            assertThat(words)
                    .as(text.word())
                    .hasSizeBetween(20, LONGEST_TEXT)
                    .doesNotContain("{", "}")
                    .contains(numbers);
            assertThat(words.startsWith(numbers) || text == AutoReply.GREETING)
                    .as(text.word())
                    .isTrue();
        }
        for (String answer :
                List.of("greeting.notice", "help", "information", "nothing", "erase", "another", "elsewhere")) {
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

    /** For somebody of eighty years: what matters most comes first, and all of it in one look. */
    @ParameterizedTest
    @MethodSource("files")
    void theGreetingSaysAllThatItMustInItsOrderAndInAFewShortLines(String file) throws IOException {
        Map<String, String> spellings = file(file.equals(EASY_GERMAN) ? "de" : file);
        LocalizedTexts localizedTexts = texts(
                file,
                Map.of("PRIVACY_NOTICE_URL", "https://www.heringen.example/rathaus/digitale-sprechstunde/datenschutz"));
        String back = localizedTexts.day(BACK);
        String outside = localizedTexts.get("greeting.outside", Map.of("back", back));

        String greeting = localizedTexts.get("greeting", Map.of("outside", outside));

        assertThat(greeting)
                .hasSizeLessThanOrEqualTo(LONGEST_GREETING)
                .contains("Heringen (Werra)")
                .containsSubsequence(
                        back,
                        localizedTexts.get("numbers"),
                        first(spellings, "word.erase"),
                        first(spellings, "word.help"),
                        "https://www.heringen.example/",
                        file.equals("en") ? "Tuesdays from 2 to 4 pm" : "dienstags von 14 bis 16 Uhr");
        assertThat(greeting.lines()).allMatch(line -> line.length() <= 130);
        assertThat(back).contains("29").contains("8:00");
    }

    private static String first(Map<String, String> spellings, String word) {
        return spellings.getOrDefault(word, "").split(" ", -1)[0];
    }

    @ParameterizedTest
    @MethodSource("files")
    void whoReadsIsCalledAsTheTownSays(String file) throws IOException {
        for (String form : List.of("woman", "man", "office")) {
            String help = texts(file, Map.of("MAYOR_FORM", form, "MAYOR_NAME", "Anna Muster"))
                    .get("help");

            assertThat(help).contains(file(file).get("mayor." + form) + " Anna Muster");
        }
        assertThat(texts(file, Map.of()).get("help"))
                .contains(file(file).get("mayor.office"))
                .doesNotContain("Anna");
    }

    @ParameterizedTest
    @MethodSource("files")
    void howLongWhatsAppKeepsMessagesIsWhatTheTownHasChosen(String file) throws IOException {
        for (String storage : List.of("none", "germany", "default")) {
            LocalizedTexts localizedTexts = texts(file, Map.of("WHATSAPP_STORAGE", storage));

            for (String text : List.of("information", "nothing")) {
                assertThat(localizedTexts.get(text)).contains(file(file).get("whatsapp." + storage));
            }
        }
        assertThat(file(file).get("whatsapp.default")).contains("30");
    }

    /** What people stumble over when it is read aloud. */
    @ParameterizedTest
    @ValueSource(strings = {"de", EASY_GERMAN})
    void noWordIsLeftThatPeopleStumbleOver(String file) throws IOException {
        assertThat(file(file).values())
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("Prüfwert", "Kontaktbuch", "Bürgermeisterin oder", "Kolleginnen")
                        .doesNotContainPattern("Bis:[^\n]* bis \\{"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aTimeIsWrittenInDigitsThatEverybodyReads(String file) {
        String time = texts(file, Map.of()).time(Instant.parse("2026-11-28T13:05:00Z"));

        assertThat(time).contains("28", "2026", "14:05");
    }

    /** The texts of this file, as a town that has chosen it sends them. */
    private static LocalizedTexts texts(String file, Map<String, String> town) {
        Map<String, String> environment = new HashMap<>(town);
        environment.put("CITIZEN_LANGUAGES", file);
        return new CitizenTexts(CompleteEnvironment.with(environment)).in(Optional.empty());
    }

    private static Set<String> words(Language language, String key) throws IOException {
        return Arrays.stream(file(language.code()).getOrDefault(key, "").split(" ", -1))
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

    private static Map<String, String> file(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                CitizenTexts.class.getResourceAsStream("/texts/citizen." + file + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
