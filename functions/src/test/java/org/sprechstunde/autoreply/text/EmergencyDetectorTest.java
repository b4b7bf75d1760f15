package org.sprechstunde.autoreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.Language;

/** Which messages speak of danger, in the words of those who are in it; and which everyday ones do not. */
final class EmergencyDetectorTest {
    private final EmergencyDetector detector = EmergencyDetector.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE|Ich bringe mich heute Nacht um",
                "DE|ICH BRING MICH UM!!!",
                "DE|112",
                "DE| 112! ",
                "DE|Notruf",
                "DE|Es brennt",
                "DE|Es brennt bei uns im Keller, schnell!",
                "DE|mein Mann schlägt mich",
                "DE|Mein Mann schla\u0308gt mich",
                "DE|Er schlagt mich",
                "DE|Bitte rufen Sie die 112",
                "DE|Ich möchte nicht mehr leben.",
                "DE|Ich denke an Selbstmord",
                "DE|Suizidgedanken",
                "DE|Hier riecht es... es riecht nach Gas",
                "DE|Der Nachbar liegt bewusstlos im Hof",
                "DE|Ich wurde vergewaltigt",
                "DE|Meine Schwester soll zwangsverheiratet werden",
                "EN|I want to kill myself",
                "EN|I don't want to live any more",
                "EN|The house is on fire",
                "EN|My husband hits me",
                "EN|please call an ambulance",
                "TR|Yangın var!",
                "TR|Kocam beni dövüyor",
                "TR|İntihar etmek istiyorum",
                "UK|У нас горить будинок",
                "UK|Чоловік б'є мене",
                "UK|Я не хочу жити",
                "RU|Пожар!",
                "RU|Муж бьёт меня",
                "RU|муж бьет меня",
                "RU|Я хочу покончить с собой",
                "PL|Pali się!",
                "PL|Mąż mnie bije",
                "PL|Chcę się zabić",
                "FR|Au feu !",
                "FR|Mon mari me frappe",
                "FR|Je n'ai plus envie de vivre",
                "AR|البيت يحترق",
                "AR|زوجي يضربني",
                "AR|لا أريد أن أعيش"
            })
    void whoSpeaksOfDangerIsHeard(Language language, String text) {
        assertThat(detector.of(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "👍",
                "Die Laterne vor Hausnummer 112 ist aus.",
                "Wann kommt die Müllabfuhr?",
                "Ich bringe Ihnen die Unterlagen um 10 Uhr",
                "Mir brennt etwas auf der Seele",
                "Der Feuerwehrverein sucht einen Raum",
                "Wie hoch ist die Gebühr für ein Lagerfeuer?",
                "Im Haushalt 2026 fehlen 110.000 Euro",
                "Die Uhr am Rathaus schlägt nachts zu laut",
                "Kann man hier leben?",
                "Hello, the street light near our house has been broken since Monday.",
                "Where can I hit the tennis ball?",
                "Bonjour, le lampadaire est en panne",
                "Merhaba, sokak lambası yanmıyor",
                "Доброго дня, ліхтар не працює",
                "Здравствуйте, фонарь не работает",
                "Dzień dobry, latarnia nie świeci",
                "مرحبا، مصباح الشارع لا يعمل"
            })
    void whatIsEverydayRaisesNoAlarm(String text) {
        assertThat(detector.of(text)).isEmpty();
    }

    @Test
    void whatIsEndlessIsReadAsFarAsPeopleCanWrite() {
        String before = "noch ein Satz. ".repeat(4_000);

        assertThat(detector.of(before + "Es brennt!")).contains(Language.DE);
        assertThat(detector.of(before + before + "Es brennt!")).isEmpty();
    }

    @Test
    void caseIsNothing() {
        assertThat(detector.of("mein mann schlägt mich".toUpperCase(Locale.GERMAN)))
                .contains(Language.DE);
    }
}
