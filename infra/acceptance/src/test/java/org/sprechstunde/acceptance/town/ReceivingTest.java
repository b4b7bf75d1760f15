package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;

/** What a citizen writes reaches the mayor: all of it, once, in order. */
@InTown
final class ReceivingTest {
    private final TestTown town;
    private final Await await;

    ReceivingTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void aTextReachesTheMayor() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Text");

        town.meta().sendText(citizen, "Die Laterne in der Bergstraße ist dunkel. 🌳");

        String id = await.enquiry(citizen);
        JsonNode enquiry = town.api().open(id).body();
        assertThat(enquiry.at("/citizen/phone").asText())
                .isEqualTo("+" + citizen.phone().orElseThrow());
        assertThat(enquiry.at("/messages/0/text").asText()).isEqualTo("Die Laterne in der Bergstraße ist dunkel. 🌳");
        assertThat(enquiry.at("/preview/text").asText()).startsWith("Die Laterne");
        assertThat(enquiry.has("waitingSince")).isTrue();
    }

    @Test
    void aCitizenWithoutPhoneNumberIsAsWelcome() {
        Citizen citizen = town.meta().citizens().withoutPhone("Bernd Ohnenummer");

        town.meta().sendText(citizen, "Guten Tag");

        JsonNode enquiry = town.api().open(await.enquiry(citizen)).body();
        assertThat(enquiry.path("citizen").has("phone")).isFalse();
        assertThat(enquiry.at("/citizen/name").asText()).isEqualTo("Bernd Ohnenummer");
    }

    @Test
    void allMessagesOfACitizenStandInOneEnquiryInTheOrderTheyWereWritten() {
        Citizen citizen = town.meta().citizens().withPhone("Clara Reihe");
        var now = town.town().clock().instant();

        town.meta()
                .send(
                        citizen,
                        CitizenMessage.text("drei").at(now.minusSeconds(10)),
                        CitizenMessage.text("eins").at(now.minusSeconds(30)),
                        CitizenMessage.text("zwei").at(now.minusSeconds(20)));

        String id = await.enquiry(citizen, 3);
        assertThat(town.api().messages(id))
                .extracting(message -> message.path("text").asText())
                .containsExactly("eins", "zwei", "drei");
    }

    @Test
    void manyMessagesAtOnceAreAllThereOnce() {
        Citizen citizen = town.meta().citizens().withPhone("Dora Viel");
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.WEBHOOK, FaultKind.DUPLICATE).times(5));
        int many = 25;

        for (int i = 0; i < many; i++) {
            town.meta().sendText(citizen, "Nachricht " + i);
        }

        String id = await.enquiry(citizen, many);
        await.delivered();
        town.meta().faults().clear();
        assertThat(town.api().messages(id))
                .extracting(message -> message.path("text").asText())
                .hasSize(many)
                .doesNotHaveDuplicates();
        assertThat(town.api().open(id).body().path("inbound").asInt()).isEqualTo(many);
    }

    @Test
    void aRedeliveryUnderTheOtherIdentityIsStillTheSameMessage() {
        Citizen citizen = town.meta().citizens().withPhone("Emil Doppelt");
        town.meta().sendText(citizen, "einmal");
        String id = await.enquiry(citizen);
        await.delivered();

        town.meta().redeliver(1);
        town.meta().redeliverUnderOtherIdentity(1);
        await.delivered();

        assertThat(town.api().messages(id)).hasSize(1);
    }

    @Test
    void aFailureOfTheAnswerLeadsToRedeliveryAndToOneMessage() {
        Citizen citizen = town.meta().citizens().withPhone("Frieda Nochmal");
        town.meta().faults().add(Fault.once(FaultPoint.WEBHOOK, FaultKind.STATUS_5XX));

        town.meta().sendText(citizen, "kommt trotzdem einmal");

        await.delivered();
        assertThat(town.api().messages(await.enquiry(citizen))).hasSize(1);
    }

    @Test
    void aVeryLongLetterOfEmojiIsStored() {
        Citizen citizen = town.meta().citizens().withPhone("Xaver Lang");
        String letter = "🌳".repeat(45_000);

        town.meta().sendText(citizen, letter);

        assertThat(town.api()
                        .messages(await.enquiry(citizen))
                        .getFirst()
                        .path("text")
                        .asText())
                .isEqualTo(letter);
    }

    @Test
    void placesAndContactsAreReadable() {
        Citizen citizen = town.meta().citizens().withPhone("Gustav Ort");
        var cards = JsonNodeFactory.instance.arrayNode();
        ObjectNode card = cards.addObject();
        card.putObject("name").put("formatted_name", "Bauhof Heringen");
        card.putArray("addresses").addObject().put("street", "Ring 1").put("city", "Heringen");

        town.meta()
                .send(
                        citizen,
                        CitizenMessage.of(new MessageDraft.Location(
                                50.8881, 10.0063, Optional.of("Rathaus"), Optional.of("Obere Goethestraße 17"))),
                        CitizenMessage.of(new MessageDraft.Contacts(cards)));

        List<JsonNode> messages = town.api().messages(await.enquiry(citizen, 2));
        JsonNode location = ofKind(messages, "location");
        JsonNode contacts = ofKind(messages, "contacts");
        assertThat(location.at("/location/latitude").asDouble()).isEqualTo(50.8881);
        assertThat(location.at("/location/address").asText()).isEqualTo("Obere Goethestraße 17");
        assertThat(contacts.at("/contacts/0/name").asText()).isEqualTo("Bauhof Heringen");
        assertThat(contacts.at("/contacts/0/addresses/0").asText()).isEqualTo("Ring 1, Heringen");
    }

    @Test
    void aKindNobodyKnowsIsKeptAndNamed() {
        Citizen citizen = town.meta().citizens().withPhone("Hanna Umfrage");
        var poll = JsonNodeFactory.instance.objectNode().put("type", "poll_creation");
        poll.putObject("poll_creation").put("name", "geheim");

        town.meta().send(citizen, CitizenMessage.of(new MessageDraft.Raw(poll)));

        JsonNode message = town.api().messages(await.enquiry(citizen)).getFirst();
        assertThat(message.path("kind").asText()).isEqualTo("unsupported");
        assertThat(message.at("/unsupported/kind").asText()).isEqualTo("poll_creation");
        assertThat(message.toString()).doesNotContain("geheim");
    }

    @Test
    void theCitizenIsGreetedOncePerEnquiryWithThePrivacyNotice() {
        Citizen citizen = town.meta().citizens().withPhone("Ida Gruß");

        town.meta().sendText(citizen, "eins");
        town.meta().sendText(citizen, "zwei");

        await.enquiry(citizen, 2);
        var chat = await.chat(citizen, bubbles -> bubbles.stream().anyMatch(bubble -> !bubble.fromCitizen()));
        assertThat(chat.stream().filter(bubble -> !bubble.fromCitizen()))
                .singleElement()
                .satisfies(
                        greeting -> assertThat(greeting.content().path("body").asText())
                                .contains(town.town()
                                        .template()
                                        .functions()
                                        .getFirst()
                                        .environment()
                                        .get("PRIVACY_NOTICE_URL"))
                                .contains("112"));
    }

    @Test
    void ofAMessageNothingStandsOpenlyInAnyStoreOrLog() {
        Citizen citizen = town.meta()
                .citizens()
                .add(new Citizen(
                        "DE.CanaryBsuid0000000001",
                        "Kanari Enname",
                        Optional.of("4917139209999"),
                        Optional.of("kanariuser")));
        town.meta()
                .send(
                        citizen,
                        CitizenMessage.text("kanarientext"),
                        TestTown.file(
                                FileKind.DOCUMENT,
                                "text/plain",
                                "kanariendatei".repeat(500).getBytes(UTF_8)));
        String id = await.enquiry(citizen, 2);
        await.media(id, "stored");
        town.api().reply(id, "kanari-1", "kanarienantwort");

        StringBuilder everything = new StringBuilder(town.items().toString());
        town.items()
                .forEach(item -> item.values().stream()
                        .filter(value -> value.b() != null)
                        .forEach(value -> everything.append(new String(value.b().asByteArray(), UTF_8))));
        for (String object : town.objectsOf(id)) {
            everything.append(object).append(new String(town.objectBytes(object), UTF_8));
        }
        town.town().log().forEach(line -> everything.append(line.text()));

        assertThat(everything.toString())
                .contains(id)
                .doesNotContainIgnoringCase("kanari")
                .doesNotContainIgnoringCase("CanaryBsuid")
                .doesNotContain("4917139209999")
                .doesNotContain("wamid");
    }

    private static JsonNode ofKind(List<JsonNode> messages, String kind) {
        return messages.stream()
                .filter(message -> message.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
