package org.sprechstunde.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.Keyword;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.whatsapp.SendResult;

/** Which messages are a citizen's own words, and which only look like one. */
final class KeywordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "LÖSCHEN",
                "löschen",
                "Löschen.",
                " Loeschen ",
                "DELETE",
                "delete!",
                "LO\u0308SCHEN",
                "lo\u0308schen!!",
                "loschen",
                "\u00a0LÖSCHEN\u200b\n",
                "„Löschen“",
                "\"LÖSCHEN\".",
                "*LÖSCHEN*",
                "Löschen !",
                "LÖSCHEN?",
                "…löschen"
            })
    void everySpellingOfEraseAlone(String text) {
        assertThat(KeywordSpellings.of(text)).hasValueSatisfying(said -> {
            assertThat(said.word()).isEqualTo(Keyword.ERASE);
            assertThat(said.bare()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "Stopp!",
                "stop.",
                "Bitte löschen",
                "Löschen Sie alles",
                "Löschen Sie bitte alles!",
                "bitte, bitte LÖSCHEN",
                "Ich möchte, dass alle meine Daten gelöscht werden",
                "Bitte löschen Sie meine Nummer und alle Nachrichten von mir.",
                "Löscht das",
                "please delete everything",
                "I want my data deleted"
            })
    void whoSaysItInOtherWordsIsUnderstoodAndMayMeanMore(String text) {
        assertThat(KeywordSpellings.of(text)).hasValueSatisfying(said -> {
            assertThat(said.word()).isEqualTo(Keyword.ERASE);
            assertThat(said.bare()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Auskunft?, INFORMATION, true",
        "Hilfe!!!, HELP, true",
        "Hilfe bitte, HELP, false",
        "'Bitte, Auskunft über meine Daten', INFORMATION, false",
        "Help me please, HELP, false"
    })
    void theOtherWordsAsPeopleWriteThem(String text, Keyword word, boolean bare) {
        assertThat(KeywordSpellings.of(text)).hasValueSatisfying(said -> {
            assertThat(said.word()).isEqualTo(word);
            assertThat(said.bare()).isEqualTo(bare);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "SİL, TR, ERASE",
        "sil, TR, ERASE",
        "bilgi, TR, INFORMATION",
        "Yardım!, TR, HELP",
        "видалити, UK, ERASE",
        "Довідка, UK, INFORMATION",
        "ДОПОМОГА!, UK, HELP",
        "Удалить, RU, ERASE",
        "справка, RU, INFORMATION",
        "Помощь, RU, HELP",
        "usun, PL, ERASE",
        "INFORMACJA, PL, INFORMATION",
        "pomoc, PL, HELP",
        "supprimer, FR, ERASE",
        "Donnees, FR, INFORMATION",
        "Aide !, FR, HELP",
        "حذف, AR, ERASE",
        "معلومات؟, AR, INFORMATION",
        "مساعدة, AR, HELP"
    })
    void theWordsOfEveryLanguage(String text, Language language, Keyword word) {
        assertThat(KeywordSpellings.of(text)).hasValue(new KeywordSpellings.Said(word, Optional.of(language), true));
    }

    @Test
    void aWordOfSeveralLanguagesTellsNone() {
        assertThat(KeywordSpellings.of("STOP"))
                .hasValue(new KeywordSpellings.Said(Keyword.ERASE, Optional.empty(), false));
    }

    @Test
    void theOtherWords() {
        assertThat(KeywordSpellings.of("Auskunft"))
                .hasValue(new KeywordSpellings.Said(Keyword.INFORMATION, Optional.of(Language.DE), true));
        assertThat(KeywordSpellings.of("AUSKUNFT!"))
                .hasValue(new KeywordSpellings.Said(Keyword.INFORMATION, Optional.of(Language.DE), true));
        assertThat(KeywordSpellings.of("hilfe"))
                .hasValue(new KeywordSpellings.Said(Keyword.HELP, Optional.of(Language.DE), true));
        assertThat(KeywordSpellings.of("Hilfe."))
                .hasValue(new KeywordSpellings.Said(Keyword.HELP, Optional.of(Language.DE), true));
    }

    @Test
    void theEnglishWordsTellThatSomebodySpeaksEnglish() {
        assertThat(KeywordSpellings.of("delete"))
                .hasValue(new KeywordSpellings.Said(Keyword.ERASE, Optional.of(Language.EN), true));
        assertThat(KeywordSpellings.of("Information."))
                .hasValue(new KeywordSpellings.Said(Keyword.INFORMATION, Optional.of(Language.EN), true));
        assertThat(KeywordSpellings.of("HELP!"))
                .hasValue(new KeywordSpellings.Said(Keyword.HELP, Optional.of(Language.EN), true));
    }

    @Test
    void whoTapsAnswersInTheLanguageOfTheQuestion() {
        String id = "erase/0123456789abcdef0123456789abcdef";

        assertThat(parsed(tap(id, "Yes, delete all")).citizen().language()).hasValue(Language.EN);
        assertThat(parsed(tap(id, "Ja, alles löschen")).citizen().language()).hasValue(Language.DE);
        assertThat(parsed(tap(id)).citizen().language()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "Bitte nicht löschen",
                "Bitte löschen Sie nichts",
                "Können Sie den alten Eintrag löschen lassen?",
                "Stoppschild",
                "Stop an der Kreuzung fehlt",
                "Ich brauche Hilfe",
                "Auskunft zum Bauantrag",
                "LÖSCHEN HILFE",
                "Hilfe 😭",
                "Hilfe, es brennt!",
                "HILFE 1",
                "Auskunftsrecht",
                "LÖSCH",
                "LÖSCHENDELETE",
                "word.erase",
                "HILFE%s"
            })
    void whatSaysMoreOrLessIsAnOrdinaryMessage(String text) {
        assertThat(KeywordSpellings.of(text.formatted(" ".repeat(100)))).isEmpty();
    }

    @Test
    void aWordAloneIsAsked() {
        assertThat(parsed("""
            "type":"text","text":{"body":"LÖSCHEN"}\
            """)).isInstanceOfSatisfying(InboundEvent.Asked.class, asked -> {
            assertThat(asked.word()).isEqualTo(Keyword.ERASE);
            assertThat(asked.citizen().language()).hasValue(Language.DE);
            assertThat(asked.wamid()).isEqualTo("wamid.1");
        });
    }

    @Test
    void aCaptionIsNoWord() {
        assertThat(parsed("""
            "type":"image","image":{"id":"m1","caption":"LÖSCHEN"}\
            """)).isInstanceOf(InboundEvent.Written.class);
    }

    @Test
    void aTapOnOurButtonConfirms() {
        String id = "0123456789abcdef0123456789abcdef";

        assertThat(parsed(tap("erase/" + id)))
                .isInstanceOfSatisfying(
                        InboundEvent.Confirmed.class,
                        tap -> assertThat(tap.enquiry()).isEqualTo(new RandomId(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "erase", "erase/", "erase/1", "other/0123456789abcdef0123456789abcdef", "ERASE/x"})
    void aTapOnAnotherButtonIsAnOrdinaryMessage(String id) {
        assertThat(parsed(tap(id)))
                .isInstanceOfSatisfying(
                        InboundEvent.Written.class,
                        message -> assertThat(message.content())
                                .isEqualTo(new MessageContent.Choice("Ja", Optional.empty())));
    }

    @Test
    void aLimitOrAnOutagePassesAndAForbiddenAddresseeDoesNot() {
        for (long passing : List.of(190L, 130_429L, 131_056L, 131_000L)) {
            assertThat(new SendResult.Refused(OptionalLong.of(passing)).isPassing())
                    .isTrue();
        }
        assertThat(new SendResult.Refused(OptionalLong.of(131_026)).isPassing()).isFalse();
        assertThat(new SendResult.Refused(OptionalLong.empty()).isPassing()).isFalse();
    }

    private static String tap(String id) {
        return tap(id, "Ja");
    }

    private static String tap(String id, String title) {
        return """
            "type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"%s","title":"%s"}}\
            """.formatted(id, title);
    }

    private static InboundEvent parsed(String message) {
        var body = Json.read("""
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{
            "metadata":{"phone_number_id":"1"},
            "messages":[{"from_user_id":"DE.1","id":"wamid.1",%s}]}}]}]}
            """.formatted(message));
        return WebhookParser.parse(body, new WebhookParser.Reader("1", Instant.EPOCH, UnaryOperator.identity()))
                .orElseThrow()
                .messages()
                .getFirst();
    }
}
