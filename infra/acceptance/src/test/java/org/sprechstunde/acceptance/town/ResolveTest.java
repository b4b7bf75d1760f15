package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Resolved means gone, and nothing comes back. */
@MovesTheClock
@InTown
final class ResolveTest {
    private static final int LONGEST_TEXT = 4096;

    private final TestTown town;
    private final Await await;

    ResolveTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    /** Once a wrong type was read as absent, and absent as "whatever has come": the enquiry was gone. */
    @ParameterizedTest
    @Tag("full")
    @ValueSource(
            strings = {
                "{\"revision\": {}}",
                "{\"revision\": []}",
                "{\"revision\": null}",
                "{\"revision\": \"1\"}",
                "{\"revision\": 1.5}",
                "{\"revision\": -1}",
                "{\"revision\": 1e30}",
                "{\"revision\": true}",
                "{\"seen\": 1}",
                "{\"revision\": 1, \"force\": true}",
                "[1]",
                "1",
                "nothing"
            })
    void whatIsNotUnderstoodErasesNothing(String body) {
        Citizen citizen = town.meta().citizens().withPhone("Rita Genau");
        town.meta().sendText(citizen, "noch da");
        String id = await.enquiry(citizen);

        ApiClient.Answer answer = town.api().resolve(id, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(town.api().open(id).status()).isEqualTo(200);
        town.api().resolve(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void whoDoesNotSayWhatWasSeenErasesNothing(String body) {
        Citizen citizen = town.meta().citizens().withPhone("Rita Ungelesen");
        town.meta().sendText(citizen, "noch da");
        String id = await.enquiry(citizen);

        ApiClient.Answer answer = town.api().resolve(id, body);

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.problem()).isEqualTo("seen-required");
        assertThat(town.api().open(id).status()).isEqualTo(200);
        town.api().resolve(id);
        assertThat(town.api().resolve(id, body).status())
                .as("the receipt, once more")
                .isEqualTo(200);
    }

    @Test
    void nothingIsLeftOfAResolvedEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Anna");
        String id = withPhotoAndAnswer(citizen);

        ApiClient.Answer answer = town.api().resolve(id, 2);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(town.itemsOf(id))
                .allMatch(key -> key.startsWith("TASK#forget#"))
                .hasSize(1);
        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(town.api().open(id).status()).isEqualTo(404);
        assertThat(town.api().of(citizen.name())).isEmpty();
    }

    @Test
    void theReceiptSaysWhatWasErased() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Bernd");
        String id = withPhotoAndAnswer(citizen);

        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        assertThat(receipt.path("messages").asInt()).isEqualTo(3);
        assertThat(receipt.path("media").asInt()).isEqualTo(1);
        assertThat(receipt.path("bytes").asInt()).isEqualTo(5000);
        assertThat(receipt.at("/lookedAgain/table").asBoolean()).isTrue();
        assertThat(receipt.at("/lookedAgain/bucket").asBoolean()).isTrue();
        assertThat(receipt.at("/whatsapp/farewell").asText()).isEqualTo("done");
        assertThat(receipt.at("/whatsapp/contactBook").asText()).isEqualTo("done");
        assertThat(receipt.toString()).doesNotContain("Ende Bernd").doesNotContain(citizen.bsuid());
    }

    @Test
    void aSecondClickGetsTheSameReceipt() {
        String id = withPhotoAndAnswer(town.meta().citizens().withPhone("Ende Clara"));

        JsonNode first = town.api().resolve(id).body();
        JsonNode second = town.api().resolve(id).body();

        assertThat(second).isEqualTo(first);
    }

    @Test
    @Tag("full")
    void theLastTraceGoesWithTheSecondPass() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Dora");
        String id = withPhotoAndAnswer(citizen);
        town.api().resolve(id);

        town.sweep();
        assertThat(town.itemsOf(id)).hasSize(1);
        town.town().advance(Duration.ofMinutes(21));
        town.sweep();

        assertThat(town.itemsOf(id)).isEmpty();
        assertThat(town.api().resolve(id).status()).isEqualTo(404);
    }

    @Test
    void theCitizenIsToldAndGreetedAnewInANewEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Emil");
        String first = withPhotoAndAnswer(citizen);

        town.api().resolve(first);
        await.chat(
                citizen, chat -> chat.getLast().content().path("body").asText().contains("gelöscht"));
        town.meta().sendText(citizen, "Noch etwas");

        String second = await.enquiry(citizen);
        assertThat(second).isNotEqualTo(first);
        assertThat(town.api().messages(second)).hasSize(1);
        await.chat(
                citizen,
                chat -> chat.stream()
                                .filter(bubble ->
                                        bubble.content().path("body").asText().contains("Ein Mensch liest sie"))
                                .count()
                        == 2);
    }

    @Test
    void aRedeliveryAfterResolveOpensNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Frieda");
        String id = withPhotoAndAnswer(citizen);
        await.delivered();
        town.api().resolve(id);

        town.meta().redeliver(20);
        town.meta().redeliverUnderOtherIdentity(20);
        await.delivered();

        assertThat(town.api().of(citizen.name())).isEmpty();
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void aLateStatusRevivesNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Gustav");
        String id = withPhotoAndAnswer(citizen);
        town.api().resolve(id);

        town.meta().read(citizen);
        await.delivered();

        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    /** Whatever the citizen does after the mayor's last look. */
    @ParameterizedTest
    @EnumSource
    void nothingIsErasedUnread(Unseen unseen) {
        Citizen citizen = town.meta().citizens().withPhone("Ende Hanna " + unseen);
        String wamid = town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        town.api().reply(id, "key", "Danke");
        long seen = town.api().revision(id);

        town.meta().send(citizen, unseen.about.apply(wamid));
        // A revision above what was seen would not say that it has come: the greeting's sending raises it, too.
        await.delivered();
        ApiClient.Answer answer = town.api().resolve(id, seen);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("changed");
        assertThat(town.api().open(id).status()).isEqualTo(200);
        assertThat(town.meta().conversation(citizen))
                .noneMatch(bubble -> bubble.content().path("body").asText().contains("abgeschlossen"));
        assertThat(town.api().resolve(id, town.api().revision(id)).status()).isEqualTo(200);
    }

    enum Unseen {
        MESSAGE(_ -> CitizenMessage.text("noch eine")),
        EDIT(wamid -> CitizenMessage.of(new MessageDraft.Edit(wamid, "Guten Abend"))),
        REACTION(wamid -> CitizenMessage.of(new MessageDraft.Reaction(wamid, Optional.of("👍")))),
        REVOCATION(wamid -> CitizenMessage.of(new MessageDraft.Revoke(wamid)));

        @SuppressWarnings("ImmutableEnumChecker")
        private final Function<String, CitizenMessage> about;

        Unseen(Function<String, CitizenMessage> about) {
            this.about = about;
        }
    }

    /** What the mayor does is nothing that the mayor must have seen. */
    @Test
    void theMayorsOwnAnswerDoesNotStandInTheWay() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Hugo");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        long seen = town.api().revision(id);
        town.api().reply(id, "key", "Danke", seen);

        assertThat(town.api().resolve(id, seen).status()).isEqualTo(200);
    }

    @Test
    void aFileThatComesTooLateLeavesNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Ida");
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MEDIA_DOWNLOAD, FaultKind.DELAY).lasting(Duration.ofSeconds(3)));
        // Otherwise resolving would delete the file at WhatsApp, and nothing would come late.
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_DELETE, FaultKind.STATUS_5XX));
        long before = lookUps();
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[5000]));
        String id = await.enquiry(citizen);
        Awaitility.await().until(() -> lookUps() > before);

        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        Awaitility.await()
                .until(() -> town.town().log().stream()
                        .anyMatch(line -> line.text().contains("MEDIA_TOO_LATE")
                                && line.text().contains(id)));
        assertThat(town.objectsOf(id)).isEmpty();
        town.meta().faults().clear();
        town.town().advance(Duration.ofMinutes(21));
        town.sweep();
        assertThat(town.itemsOf(id)).isEmpty();
        assertThat(town.objectsOf(id)).isEmpty();
    }

    @Test
    void anUploadThatWasNeverFinishedGoesToo() {
        Citizen citizen = town.meta().citizens().withPhone("Halb Hochgeladen");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        String object = id + "/" + "e".repeat(32);
        town.town()
                .stores()
                .bucket()
                .createMultipartUpload(
                        start -> start.bucket(town.town().bucket()).key(object));
        assertThat(town.uploads()).contains(object);

        town.api().resolve(id);

        assertThat(town.uploads()).doesNotContain(object);
    }

    @Test
    void whatsAppMayBeSilentWithoutHoldingUpTheErasing() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Karl");
        String id = withPhotoAndAnswer(citizen);
        town.meta()
                .faults()
                .add(Fault.forever(FaultPoint.MESSAGES, FaultKind.DELAY).lasting(Duration.ofSeconds(30)));
        town.meta().faults().add(Fault.forever(FaultPoint.CONTACT_BOOK, FaultKind.STATUS_5XX));

        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        assertThat(receipt.at("/whatsapp/farewell").asText()).isEqualTo("unknown");
        assertThat(receipt.at("/whatsapp/contactBook").asText()).isEqualTo("failed");
        assertThat(town.objectsOf(id)).isEmpty();
    }

    @Test
    void anEnquiryOfMoreThanOnePageOfTheTableIsShownAndErasedWhole() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Ludwig");
        // DynamoDB's pages end after a megabyte; this is a third more.
        CitizenMessage citizenMessage = CitizenMessage.text("🌳".repeat(LONGEST_TEXT));
        for (int part = 0; part < 4; part++) {
            town.meta().send(citizen, Collections.nCopies(20, citizenMessage).toArray(CitizenMessage[]::new));
        }
        String id = await.enquiry(citizen, 80);
        await.delivered();
        assertThat(town.api().messages(id)).hasSize(80);

        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        assertThat(receipt.path("messages").asInt()).isEqualTo(80);
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void aMessageWithNothingInItBlocksNeitherOpeningNorResolving() {
        Citizen citizen = town.meta().citizens().withPhone("Ende Leer");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        await.delivered();
        town.put(Map.of(
                "pk", AttributeValue.fromS("ENQUIRY#" + id),
                "sk", AttributeValue.fromS("MESSAGE#1795424400000-0123456789abcdef0123456789abcdef")));

        assertThat(town.api().messages(id)).hasSize(1);

        assertThat(town.api().resolve(id).body().path("state").asText()).isEqualTo("erased");
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    /** How many files the town has asked WhatsApp for: from then on one is under way. */
    private long lookUps() {
        return town.meta().calls().stream()
                .filter(call ->
                        call.method().equals("GET") && call.route().equals("/{version}/{id}") && call.status() == 200)
                .count();
    }

    private String withPhotoAndAnswer(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[5000]));
        String id = await.enquiry(citizen, 2);
        await.media(id, "stored");
        await.chat(citizen, chat -> chat.stream().anyMatch(bubble -> !bubble.fromCitizen()));
        assertThat(town.api().reply(id, "key", "Danke").status()).isEqualTo(201);
        return id;
    }
}
