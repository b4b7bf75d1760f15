package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.acceptance.handbook.GeneratedPart;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.local.Options;
import org.sprechstunde.repository.Repository;

/**
 * A whole conversation, with {@code -Pfull} in each language, played through the functions and written down as a citizen
 * reads it: whoever checks texts reads one page in a minute. {@code infra/handbook/renew} writes it anew.
 */
final class TranscriptTest {
    private static final String TEXTS = "functions/src/main/resources/texts/citizen.";
    private static final String LINES = "infra/acceptance/src/test/resources/handbook/gespraech.properties";

    /**
     * Eleven on a Friday, by the clock on the town hall; no holiday is near. A week for each language. Far ahead, for the table
     * deletes by the computer's clock what has had its time.
     */
    private static final Instant FRIDAY = Instant.parse("2030-09-06T09:00:00Z");

    private static final Duration UNTIL_SATURDAY = Duration.ofHours(23);
    private static final int MANY = 60;

    private static final String ALL = "de,en,tr,uk,ar,ru,pl,fr";
    private static final String EASY = "de-simple";

    /** By the languages that they speak. */
    private static final Map<String, TestTown> TOWNS = new HashMap<>();

    private final StringBuilder page = new StringBuilder();

    private static TestTown town(String languages) {
        return TOWNS.computeIfAbsent(
                languages,
                _ -> TestTown.start(Options.forTest()
                        .withParameter("OfficeHours", "Mo-Do 08:00-16:00, Fr 08:00-12:00")
                        .withParameter("CitizenLanguages", languages)));
    }

    @AfterAll
    static void stop() {
        TOWNS.values().forEach(TestTown::close);
    }

    @Test
    void itIsAsOnThePage() throws IOException {
        play("de", "de", ALL, 0);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("full")
    @CsvSource({"en, 1", "tr, 2", "uk, 3", "ar, 4", "ru, 5", "pl, 6", "fr, 7"})
    void itIsAsOnThePageOfEachOtherLanguage(String language, int week) throws IOException {
        play(language, language, ALL, week);
    }

    @Test
    @Tag("full")
    void itIsAsOnThePageInEasyGerman() throws IOException {
        play(EASY, "de", EASY, 0);
    }

    private void play(String language, String spoken, String languages, int week) throws IOException {
        TestTown town = town(languages);
        goTo(town, FRIDAY.plus(Duration.ofDays(7L * week)));
        new Conversation(town, texts(TEXTS + spoken + ".properties"), texts(LINES), spoken).play();

        new GeneratedPart("infra/handbook/texte/gespraech-" + language + ".md", "transcript").holds(page.toString());
    }

    /** One citizen's, told scene by scene. */
    private final class Conversation {
        private final TestTown town;
        private final Properties words;
        private final Properties lines;
        private final String language;
        private final Citizen citizen;
        private final Chat chat;
        private String enquiry = "";
        private int read;

        Conversation(TestTown town, Properties words, Properties lines, String language) {
            this.town = town;
            this.words = words;
            this.lines = lines;
            this.language = language;
            this.citizen = town.meta().citizens().withPhone("Gespräch " + language);
            this.chat = new Chat(town, citizen);
        }

        void play() {
            scene("Freitag, 11 Uhr: die erste Nachricht");
            says(line("concern"));
            scene("Was ist das hier?");
            says(word("help"));
            scene("Was ist gespeichert?");
            says(word("information"));
            scene("Eine Beleidigung");
            tells(line("insult"));
            town.meta().sendText(citizen, line("insult"));
            hearsNothing();
            scene("Gefahr");
            says(line("emergency"));
            scene("Das Rathaus antwortet");
            answer();
            if (language.equals("de")) {
                scene("Sechzig Nachrichten");
                saysMuch();
            }
            scene("Samstag, 10 Uhr: Niemand ist im Rathaus");
            town.town().advance(UNTIL_SATURDAY);
            says(line("weekend"));
            scene("Alles löschen");
            says(word("erase"));
            tells("[ " + words.getProperty("erase.button") + " ]");
            chat.tap(chat.questions().getLast());
            enquiry = "";
            hears();
            scene("Danke");
            says(line("thanks"));
            scene("Was ist noch gespeichert?");
            says(word("information"));
        }

        private void says(String text) {
            tells(text);
            town.meta().sendText(citizen, text);
            hears();
        }

        private void saysMuch() {
            tells("Nachricht 1 … Nachricht " + MANY);
            town.meta()
                    .send(
                            citizen,
                            IntStream.rangeClosed(1, MANY)
                                    .mapToObj(number -> CitizenMessage.text("Nachricht " + number))
                                    .toArray(CitizenMessage[]::new));
            hearsNothing();
            assertThat(town.api().open(enquiry).body().path("inbound").asInt()).isGreaterThan(MANY);
        }

        private void answer() {
            assertThat(town.api()
                            .reply(enquiry, "answer-" + language, line("answer"))
                            .status())
                    .isEqualTo(201);
            hears();
        }

        private void hears() {
            settle();
            await().until(() -> chat.said().size() > read);
            settle();
            List<String> said = chat.said();
            said.subList(read, said.size()).forEach(text -> page.append(quoted(text)));
            read = said.size();
        }

        private void hearsNothing() {
            settle();
            assertThat(chat.said()).hasSize(read);
            page.append("*(keine Antwort)*\n\n");
        }

        /** Until nothing is left to be done. */
        private void settle() {
            new Await(town).delivered();
            new Await(town).nothingIsAboutToBeSaid();
            if (enquiry.isEmpty()) {
                enquiry = town.api()
                        .of(citizen.name())
                        .map(listed -> listed.path("id").asText())
                        .orElse("");
            }
            await().until(() -> town.itemsOf(enquiry).stream().noneMatch(key -> key.startsWith("TASK#")));
        }

        private String line(String name) {
            return lines.getProperty(language + "." + name);
        }

        /** Easy German has the words of German. */
        private String word(String name) {
            return words.getProperty("word." + name).split(" ", 2)[0];
        }
    }

    private void scene(String title) {
        page.append("### ").append(title).append("\n\n");
    }

    private void tells(String text) {
        page.append("**→ ").append(text).append("**\n\n");
    }

    private static String quoted(String text) {
        return text.lines()
                .map(line -> ("> " + line).strip() + (line.isBlank() ? "" : "  "))
                .collect(Collectors.joining("\n", "", "\n\n"));
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        texts.load(new StringReader(Repository.text(file)));
        return texts;
    }

    /** The computer's clock would put another date on each run. */
    private static void goTo(TestTown town, Instant instant) {
        town.town().advance(Duration.between(town.town().clock().instant(), instant));
    }
}
