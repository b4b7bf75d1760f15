package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.local.Options;

/** A town that has switched on all languages, and another that speaks German in easy words. */
final class ManyLanguagesTest {
    private static TestTown town;
    private static TestTown easyTown;

    @BeforeAll
    static void start() {
        town = TestTown.start(Options.forTest().withParameter("CitizenLanguages", "de,en,tr,uk,ar,ru,pl,fr"));
        easyTown = TestTown.start(Options.forTest().withParameter("CitizenLanguages", "de-simple,en"));
    }

    @AfterAll
    static void stop() {
        town.close();
        easyTown.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Türkçe|Merhaba, sokak lambası yanmıyor|Bir insan okuyacak|SİL|Evet, hepsini sil|İsteğiniz üzerine",
                "Українська|Доброго дня, ліхтар не працює|Його прочитає людина|ВИДАЛИТИ|Так, видалити все|За Вашим"
                        + " бажанням",
                "Русский|Здравствуйте, фонарь на улице не работает|Его прочитает человек|УДАЛИТЬ|Да, удалить всё|По"
                        + " Вашему желанию",
                "Polski|Dzień dobry, latarnia na ulicy nie świeci|Przeczyta ją człowiek|USUŃ|Tak, usuń"
                        + " wszystko|Zgodnie z życzeniem",
                "Français|Bonjour, le lampadaire est en panne|Une personne le lit|SUPPRIMER|Oui, tout supprimer|Comme"
                        + " vous",
                "العربية|مرحبا، مصباح الشارع أمام البيت لا يعمل|يقرؤها إنسان|حذف|نعم، احذف كل شيء|بناء على رغبتكم"
            })
    void whoWritesItIsGreetedAskedAndToldInIt(
            String name, String text, String welcome, String word, String button, String erased) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        Chat chat = new Chat(town, citizen);
        town.meta().sendText(citizen, text);
        assertThat(said(town, citizen, "112")).contains(welcome, "110", "https://");

        chat.write(word);
        ChatMessage question = chat.questions().getLast();
        List<String> told = chat.tap(question);

        assertThat(question.content().at("/action/buttons/0/reply/title").asText())
                .isEqualTo(button);
        assertThat(told).singleElement().asString().contains(erased);
        assertThat(town.api().of(name)).isEmpty();
    }

    @Test
    void whoIsInDangerReadsTheNumbersInTheirLanguage() {
        Citizen citizen = town.meta().citizens().withPhone("Tehlike");

        town.meta().sendText(citizen, "Yangın var!");

        assertThat(said(town, citizen, "0800 1110111")).contains("Şu anda tehlikede olan biri mi var?");
    }

    @Test
    void easyGermanIsForWhoeverIsNotKnownToWriteAnotherLanguage() {
        Citizen german = easyTown.meta().citizens().withPhone("Erna Einfach");
        Citizen turkish = easyTown.meta().citizens().withPhone("Tarik Einfach");
        Citizen english = easyTown.meta().citizens().withPhone("Ed Easy");
        easyTown.meta().sendText(german, "Ich möchte wissen, wann das Rathaus offen ist.");
        easyTown.meta().sendText(turkish, "Merhaba, sokak lambası yanmıyor");
        easyTown.meta().sendText(english, "Hello, when is the office open?");

        assertThat(said(easyTown, german, "112")).contains("Ein Mensch liest sie.");
        assertThat(said(easyTown, turkish, "112")).contains("Ein Mensch liest sie.");
        assertThat(said(easyTown, english, "112")).contains("A human reads it");
        assertThat(new Chat(easyTown, german).write("AUSKUNFT"))
                .last()
                .asString()
                .contains("Das haben wir von Ihnen gespeichert");
    }

    /** The first thing with these words that the town says. */
    private static String said(TestTown where, Citizen citizen, String words) {
        new Await(where).chat(citizen, _ -> isSaid(where, citizen, words));
        return new Chat(where, citizen)
                .said().stream()
                        .filter(text -> text.contains(words))
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean isSaid(TestTown where, Citizen citizen, String words) {
        return new Chat(where, citizen).said().stream().anyMatch(text -> text.contains(words));
    }
}
