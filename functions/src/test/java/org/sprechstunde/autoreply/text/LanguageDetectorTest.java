package org.sprechstunde.autoreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.Language;

/** Which language somebody writes in, as far as their words tell. */
final class LanguageDetectorTest {
    private final LanguageDetector languageDetector = LanguageDetector.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Laterne in der Bergstraße ist dunkel. 🌳",
                "Ich möchte einen Termin.",
                "Sehr geehrte Frau Bürgermeisterin, unser Keller steht unter Wasser",
                "WANN WIRD DAS REPARIERT?",
                "Können wir für das Street Food Festival and Music den Marktplatz haben?",
                "Ich habe bei „The Voice of Germany“ gewonnen und möchte mich bedanken",
                "Mo\u0308chten Sie nicht für uns sprechen?"
            })
    void german(String text) {
        assertThat(languageDetector.of(text)).hasValue(Language.DE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The street light near our house is broken",
                "Hello, when is the office open?",
                "Dear Mr Mayor, the sign \"Betreten der Wiese verboten\" at the lake has been stolen again, please"
                        + " help",
                "I don’t know where to ask about my registration",
                "PLEASE HELP",
                "thank you!"
            })
    void english(String text) {
        assertThat(languageDetector.of(text)).hasValue(Language.EN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TR|Merhaba, sokak lambası yanmıyor",
                "TR|İyi günler, belediyede kime sorabilirim? Yardıma ihtiyacım var.",
                "UK|Доброго дня, ліхтар на вулиці не працює",
                "UK|Мій будинок затопило, будь ласка, допоможіть",
                "RU|Здравствуйте, фонарь на нашей улице не работает",
                "RU|Когда можно прийти? Мне очень нужна справка.",
                "PL|Dzień dobry, latarnia na ulicy nie świeci",
                "PL|Proszę o pomoc, kiedy jest otwarte?",
                "FR|Bonjour, le lampadaire est en panne depuis une semaine",
                "FR|Où est-ce que je peux déclarer notre chien ?",
                "AR|مرحبا، مصباح الشارع أمام البيت لا يعمل",
                "AR|السلام عليكم، متى يمكن أن أحضر إلى البلدية؟"
            })
    void theLanguagesOfThoseWhoCameHere(Language language, String text) {
        assertThat(languageDetector.of(text)).hasValue(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "👍",
                "0171 2345",
                "Guten Tag",
                "Danke",
                "Hello",
                "Laterne kaputt",
                "Streetworker gesucht the",
                "Ich liebe The Voice of",
                "Bitte löschen Sie mein Posting, sorry for that!",
                "Bitte the info zum event for Kids",
                "Merhaba",
                "Ліхтар",
                "Bonjour",
                "Buongiorno, il lampione è rotto",
                "مرحبا"
            })
    void whatDoesNotTell(String text) {
        assertThat(languageDetector.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void whatIsEndlessTellsByItsBeginning(int before) {
        String text = "x ".repeat(before) + "Ich möchte das nicht";

        assertThat(languageDetector.of(text).isPresent()).isEqualTo(before == 0);
    }
}
