package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.variants.Variant;
import org.sprechstunde.emulator.web.Body;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A word alone is answered and forgotten; in any other company it is a message like all others. */
@OwnTown
@InTown
final class WordsTest {
    private static final String NOTHING = "Zu Ihnen ist bei uns nichts gespeichert";

    private final TestTown town;
    private final Await await;

    WordsTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
        town.meta().variants().only();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"LÖSCHEN", " lo\u0308schen! ", "Loeschen", "delete.", "AUSKUNFT", "auskunft", "Hilfe", "HILFE!"})
    void aWordIsAnsweredAndOnlyKeyedMarksAreStored(String word) {
        Citizen citizen = town.meta().citizens().withPhone("Wort " + word.strip());
        await.nothingIsAboutToBeSaid();
        Set<List<String>> before = keys(town.items());

        List<String> answers = new Chat(town, citizen).write(word);

        assertThat(answers).singleElement().asString().contains("https://");
        List<Map<String, AttributeValue>> added = new ArrayList<>(town.items());
        added.removeIf(item -> before.contains(key(item)));
        assertThat(added)
                .allSatisfy(item -> assertThat(TestTown.text(item, "pk")).matches("(SEEN|ANSWER)#[0-9A-Za-z_-]{43}"));
        assertThat(added)
                .extracting(Map::keySet)
                .containsExactlyInAnyOrder(
                        Set.of("pk", "sk", "expiresAt"),
                        Set.of("pk", "sk", "expiresAt", "seen", "answeredUntil"),
                        Set.of("pk", "sk", "expiresAt", "AUTO_REPLY"),
                        Set.of("pk", "sk", "expiresAt", "word", "mark"));
        assertThat(town.api().of(citizen.name())).isEmpty();
    }

    /** By their keys: what others wrote before may still be on its way. */
    private static Set<List<String>> keys(List<Map<String, AttributeValue>> items) {
        return items.stream().map(WordsTest::key).collect(Collectors.toSet());
    }

    private static List<String> key(Map<String, AttributeValue> item) {
        return List.of(TestTown.text(item, "pk"), TestTown.text(item, "sk"));
    }

    @Test
    void helpSaysWhoReadsWhenWhichWordsThereAreAndWhereHelpIsInNeed() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Hilfe");

        assertThat(new Chat(town, citizen).write("HILFE"))
                .singleElement()
                .asString()
                .contains("110 oder 112", "Bürgermeisterbüro", "dienstags", "AUSKUNFT", "LÖSCHEN", "HILFE", "https://");
    }

    @Test
    void informationSaysExactlyWhatIsStored() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Auskunft");
        Chat chat = new Chat(town, citizen);
        chat.write("Guten Tag");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[5000]));
        String id = await.enquiry(citizen, 2);
        await.media(id, "stored");
        assertThat(town.api().reply(id, "key", "Danke").status()).isEqualTo(201);

        List<String> answers = chat.write("Auskunft");

        assertThat(answers)
                .last()
                .asString()
                .contains("Ihr Name bei WhatsApp, Ihre Telefonnummer, Ihre WhatsApp-Kennung;")
                .contains("2 Nachrichten von Ihnen, eine Antwort und eine Datei.")
                .contains("Frankfurt am Main")
                .contains("30 Tage", "https://");
        assertThat(town.api().messages(id)).hasSize(3);
        assertThat(town.api().open(id).body().path("inbound").asInt()).isEqualTo(2);
    }

    @Test
    void informationForSomebodyWhoNeverWroteIsThatNothingIsStored() {
        Citizen citizen = town.meta().citizens().withoutPhone("Wort Niemand");

        assertThat(new Chat(town, citizen).write("AUSKUNFT"))
                .singleElement()
                .asString()
                .contains(NOTHING);
        assertThat(town.meta().calls())
                .last()
                .satisfies(call -> assertThat(call.method() + call.route())
                        .startsWith("DELETE")
                        .endsWith("contact_book"));
    }

    @Test
    void aWordInASentenceOrUnderAPictureIsAMessage() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Satz");
        var picture = new Attachment(new Body("image/jpeg", new byte[100]), Optional.empty());

        town.meta()
                .send(
                        citizen,
                        CitizenMessage.text("Können Sie das bitte löschen?"),
                        CitizenMessage.of(
                                MessageDraft.File.of(FileKind.IMAGE, picture).captioned("LÖSCHEN")));

        assertThat(town.api().messages(await.enquiry(citizen, 2)))
                .extracting(message -> message.path("kind").asText())
                .containsExactlyInAnyOrder("text", "image");
        assertThat(new Chat(town, citizen).answers()).isEmpty();
    }

    @Test
    void aTapOnAButtonThatIsNotOursIsAMessage() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Knopf");

        town.meta().send(citizen, CitizenMessage.of(new MessageDraft.ButtonReply("wamid.x", "erase/all", "Alles")));

        JsonNode message = town.api().messages(await.enquiry(citizen)).getFirst();
        assertThat(message.path("kind").asText()).isEqualTo("choice");
    }

    @Test
    void aRedeliveryIsNotAnsweredAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Doppelt");
        Chat chat = new Chat(town, citizen);
        chat.write("HILFE");

        town.meta().redeliver(5);
        town.meta().redeliverUnderOtherIdentity(5);
        await.delivered();

        assertThat(chat.answers()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS_5XX", "RATE_LIMIT", "TOKEN_EXPIRED"})
    void whatWhatsAppDoesNotTakeNowIsAnsweredWhenItIsDeliveredAgain(FaultKind faultKind) {
        Citizen citizen = town.meta().citizens().withPhone("Wort Später " + faultKind);
        // An expired token is tried once more with the same secret.
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MESSAGES, faultKind).times(faultKind == FaultKind.TOKEN_EXPIRED ? 2 : 1));

        List<String> answers = new Chat(town, citizen).write("AUSKUNFT");

        assertThat(answers).singleElement().asString().contains(NOTHING);
        assertThat(town.meta().deliveries().stream()
                        .filter(delivery -> delivery.kind() == FaultPoint.WEBHOOK)
                        .toList())
                .last()
                .satisfies(delivery -> assertThat(delivery.attempts()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({"LÖSCHEN, erase-wish", "AUSKUNFT, information-wish", "HILFE, help-wish"})
    void whatWhatsAppRefusesToAnswerIsForTheMayorWithoutAnAlarm(String word, String kind) {
        Citizen citizen = town.meta().citizens().withPhone("Wort Verweigert " + word);
        Chat chat = new Chat(town, citizen);
        chat.write("Guten Tag");
        String id = await.enquiry(citizen);
        chat.greeted(1);
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.PAIR_LIMIT));

        assertThat(chat.write(word)).isEmpty();

        assertThat(kinds(id)).containsExactly("text", kind);
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void whatCannotBeAnsweredWhileNothingIsOpenOpensAnEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Verweigert Neu");
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.PAIR_LIMIT));

        new Chat(town, citizen).write("AUSKUNFT");

        assertThat(kinds(await.enquiry(citizen))).containsExactly("information-wish");
    }

    @Test
    void anAnswerThatFailsLaterHandsTheWishOnOnceHoweverOftenThatIsTold() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Gescheitert");
        Chat chat = new Chat(town, citizen);
        chat.write("Guten Tag");
        String id = await.enquiry(citizen);
        chat.greeted(1);
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.FAILED));

        chat.write("LÖSCHEN");

        await.messages(id, messages -> messages.size() == 2);
        town.meta().redeliver(5);
        await.delivered();
        assertThat(kinds(id)).containsExactly("text", "erase-wish");
        assertThat(town.api().open(id).body().path("inbound").asInt()).isEqualTo(2);
    }

    @Test
    void anAnswerThatFailsLaterOpensAnEnquiryIfNoneWasOpen() {
        Citizen citizen = town.meta().citizens().withoutPhone("Wort Gescheitert Neu");
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.FAILED));

        new Chat(town, citizen).write("AUSKUNFT");

        await().untilAsserted(() ->
                assertThat(town.api().list().body().findValuesAsText("kind")).contains("information-wish"));
    }

    /** Once such a failure waited for an answer of the mayor's, and the wish was nowhere. */
    @ParameterizedTest
    @MethodSource("withoutOurIds")
    void anAnswerThatFailsHandsTheWishOnThoughWhatsAppDoesNotCarryOurIdsBack(List<Variant> habits) {
        Citizen citizen = town.meta().citizens().withPhone("Wort Ohne Kennung " + habits.size());
        Chat chat = new Chat(town, citizen);
        chat.write("Guten Tag");
        String id = await.enquiry(citizen);
        chat.greeted(1);
        await.delivered();
        town.meta().variants().only(habits.toArray(Variant[]::new));
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.FAILED));

        chat.write("LÖSCHEN");

        await.messages(id, messages -> messages.size() == 2);
        town.meta().redeliver(5);
        await.delivered();
        assertThat(kinds(id)).containsExactly("text", "erase-wish");
    }

    static Stream<List<Variant>> withoutOurIds() {
        return Stream.of(List.of(Variant.NO_CALLBACK_DATA), List.of(Variant.NO_CALLBACK_DATA, Variant.STATUS_FIRST));
    }

    /** WhatsApp names in a failure only what the town wrote to. */
    @Test
    void theWishOfSomebodyWhoIsKnownUnderTheNumberAloneOpensAnEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Nur Nummer");
        town.meta().variants().only(Variant.NO_CALLBACK_DATA);
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.FAILED));
        long before = helpWishes();
        ObjectNode body = Webhooks.text(citizen, "wamid.word-of-a-number", "HILFE");
        ObjectNode value = (ObjectNode) body.at("/entry/0/changes/0/value");
        value.remove("contacts");
        ((ObjectNode) value.at("/messages/0"))
                .put("from", citizen.phone().orElseThrow())
                .remove("from_user_id");

        assertThat(new SignedPost(town).deliver(body.toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(200);

        await().until(() -> helpWishes() == before + 1);
    }

    @Test
    @Tag("full")
    void aFailureThatIsToldAfterTheEnquiryHasGoneBringsNothingBack() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Gescheitert Spät");
        Chat chat = new Chat(town, citizen);
        chat.write("Guten Tag");
        String id = await.enquiry(citizen);
        chat.greeted(1);
        await.delivered();
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.FAILED));
        town.meta()
                .faults()
                .add(Fault.forever(FaultPoint.STATUS_WEBHOOK, FaultKind.DELAY).lasting(Duration.ofSeconds(3)));
        town.meta().sendText(citizen, "LÖSCHEN");
        await().until(() -> !chat.questions().isEmpty());

        assertThat(town.api().resolve(id).status()).isEqualTo(200);

        long open = openEnquiries();
        await.delivered();
        assertThat(openEnquiries()).isEqualTo(open);
    }

    @Test
    void theSameWordIsAnsweredOnceInTenMinutesAndEachEnquiryHasItsOwn() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Hundertmal");
        Chat chat = new Chat(town, citizen);

        for (int time = 0; time < 20; time++) {
            chat.write("HILFE");
        }
        assertThat(chat.answers()).hasSize(1);
        assertThat(chat.write("AUSKUNFT")).hasSize(1);

        chat.write("Guten Tag");
        await.enquiry(citizen);
        assertThat(chat.write("HILFE")).hasSize(1);
    }

    @Test
    void whatSaysMoreThanTheWordIsAnsweredAndKeptInAConversation() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Mehr");
        Chat chat = new Chat(town, citizen);
        assertThat(chat.write("Bitte löschen Sie alles"))
                .singleElement()
                .asString()
                .contains(NOTHING);
        chat.write("Guten Tag");
        String id = await.enquiry(citizen);

        assertThat(chat.write("Bitte löschen")).singleElement().asString().contains("Sollen wir alles löschen");
        assertThat(chat.write("STOP")).isEmpty();

        assertThat(chat.questions()).hasSize(1);
        assertThat(town.api().messages(id))
                .extracting(message -> message.path("text").asText())
                .containsExactly("Guten Tag", "Bitte löschen", "STOP");
    }

    private long helpWishes() {
        return town.api().list().body().findValuesAsText("kind").stream()
                .filter("help-wish"::equals)
                .count();
    }

    private long openEnquiries() {
        return town.items().stream()
                .filter(item -> TestTown.text(item, "pk").startsWith("CITIZEN#"))
                .count();
    }

    private List<String> kinds(String enquiry) {
        return town.api().messages(enquiry).stream()
                .map(message -> message.path("kind").asText())
                .toList();
    }

    private int attempts() {
        return town.meta().deliveries().stream()
                .filter(delivery -> delivery.kind() == FaultPoint.WEBHOOK)
                .toList()
                .getLast()
                .attempts();
    }

    @Test
    void neighboursInTheSameDeliveryAreStored() {
        Citizen citizen = town.meta().citizens().withPhone("Wort Nachbarn");

        town.meta()
                .send(citizen, CitizenMessage.text("eins"), CitizenMessage.text("HILFE"), CitizenMessage.text("zwei"));

        assertThat(town.api().messages(await.enquiry(citizen, 2)))
                .extracting(message -> message.path("text").asText())
                .containsExactly("eins", "zwei");
        await.delivered();
        assertThat(new Chat(town, citizen).answers()).hasSize(1);
    }
}
