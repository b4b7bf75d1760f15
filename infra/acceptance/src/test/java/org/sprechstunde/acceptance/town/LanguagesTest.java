package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.MessageDraft;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Citizens are answered in the language in which they write, as far as their words tell. */
@InTown
final class LanguagesTest {
    private static final String ENGLISH = "Hello, the street light near our house has been broken since Monday.";

    private final TestTown town;
    private final Await await;

    LanguagesTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void whoWritesEnglishIsGreetedInEnglish() {
        Citizen citizen = town.meta().citizens().withPhone("Amy English");

        town.meta().sendText(citizen, ENGLISH);

        assertThat(first(citizen))
                .contains("Your message has arrived at Heringen (Werra).")
                .contains("DELETE", "HELP", "Tuesdays from 2 to 4 pm", "110 or 112", "https://");
    }

    @Test
    void whoBorrowsEnglishWordsIsGreetedInGerman() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Denglisch");

        town.meta().sendText(citizen, "Wann ist das Street Food Festival? Und gibt es wieder Music for Kids?");

        assertThat(first(citizen)).contains("Ein Mensch liest sie");
    }

    @Test
    void theFarewellIsInTheCitizensLanguage() {
        Citizen citizen = town.meta().citizens().withoutPhone("Fay Well");
        town.meta().sendText(citizen, ENGLISH);
        String id = await.enquiry(citizen);
        new Chat(town, citizen).greeted(1);

        town.api().resolve(id);

        await.chat(citizen, chat -> text(chat.getLast()).contains("Your concern is closed."));
    }

    @Test
    void whoErasesInEnglishIsAskedAndToldInEnglish() {
        Citizen citizen = town.meta().citizens().withPhone("Eric Eraser");
        Chat chat = new Chat(town, citizen);
        chat.write("Lamp?");
        await.enquiry(citizen);

        List<String> asked = chat.write("DELETE");
        List<String> told = chat.tap(chat.questions().getLast());

        assertThat(asked).singleElement().asString().contains("Shall we delete everything");
        assertThat(told).singleElement().asString().contains("As you wished");
        assertThat(town.api().of(citizen.name())).isEmpty();
    }

    @Test
    void whoIsKnownToWriteGermanIsAnsweredSoWhateverTheWord() {
        Citizen citizen = town.meta().citizens().withPhone("Dora Deutsch");
        Chat chat = new Chat(town, citizen);
        chat.write("Ich möchte wissen, wann die Straße fertig ist.");
        await.enquiry(citizen);

        assertThat(chat.write("HELP")).singleElement().asString().contains("Sprechstunde im Rathaus");
    }

    @Test
    void ofWhomNothingIsStoredTheWordTellsTheLanguage() {
        Chat english = new Chat(town, town.meta().citizens().withPhone("Nora None"));
        Chat german = new Chat(town, town.meta().citizens().withPhone("Nina Nichts"));

        assertThat(english.write("INFORMATION")).singleElement().asString().contains("Nothing is stored about you");
        assertThat(german.write("AUSKUNFT")).singleElement().asString().contains("Zu Ihnen ist bei uns nichts");
    }

    @Test
    void informationNamesTheLanguageAndItStandsNowhereOpenly() {
        Citizen citizen = town.meta().citizens().withPhone("Ines Information");
        Chat chat = new Chat(town, citizen);
        chat.write(ENGLISH);
        String id = await.enquiry(citizen);

        assertThat(chat.write("INFORMATION"))
                .singleElement()
                .asString()
                .contains("your name on WhatsApp, your phone number, your WhatsApp id, the language you write in; and"
                        + " one message of yours");
        assertThat(town.items())
                .filteredOn(item -> TestTown.text(item, "enquiry").equals(id))
                .extracting(Map::keySet)
                .allSatisfy(names -> assertThat(names).doesNotContain("language"));
        assertThat(town.items().stream().map(LanguagesTest::open)).noneMatch(value -> value.equals("en"));
    }

    @Test
    void aLaterMessageTellsAnewAndWhatIsPassedOnDoesNot() {
        Citizen citizen = town.meta().citizens().withPhone("Walter Wechsel");
        Chat chat = new Chat(town, citizen);
        chat.write("Ich möchte Sie um etwas bitten.");
        await.enquiry(citizen);
        ObjectNode passedOn = JsonNodeFactory.instance.objectNode().put("type", "text");
        passedOn.putObject("text").put("body", ENGLISH);
        passedOn.putObject("context").put("forwarded", true);

        town.meta().send(citizen, CitizenMessage.of(new MessageDraft.Raw(passedOn)));
        await.enquiry(citizen, 2);
        assertThat(chat.write("HILFE")).last().asString().contains("Im Notfall");

        chat.write(ENGLISH);
        await.enquiry(citizen, 3);
        assertThat(chat.write("AUSKUNFT")).last().asString().contains("This is stored about you");
    }

    private String first(Citizen citizen) {
        return await
                .chat(citizen, bubbles -> bubbles.stream().anyMatch(chatMessage -> !chatMessage.fromCitizen()))
                .stream()
                .filter(chatMessage -> !chatMessage.fromCitizen())
                .map(LanguagesTest::text)
                .findFirst()
                .orElseThrow();
    }

    private static String text(ChatMessage chatMessage) {
        return chatMessage.content().path("body").asText();
    }

    private static String open(Map<String, AttributeValue> item) {
        return TestTown.text(item, "language");
    }
}
