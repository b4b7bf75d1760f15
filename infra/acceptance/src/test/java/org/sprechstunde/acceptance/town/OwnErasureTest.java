package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.FileKind;

/** The citizen erases: after one tap, everything, and nothing but what the button was made for. */
@MovesTheClock
@InTown
final class OwnErasureTest {
    private static final String NOTHING = "Zu Ihnen ist bei uns nichts gespeichert";

    private final TestTown town;
    private final Await await;

    OwnErasureTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    void withoutATapNothingIsErased() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Anna");
        String id = withPhoto(citizen);

        ChatMessage question = new Chat(town, citizen).askToErase();

        assertThat(question.kind()).isEqualTo("interactive");
        assertThat(town.api().messages(id)).hasSize(2);
        assertThat(town.objectsOf(id)).hasSize(1);
    }

    @Test
    void withATapAllIsErasedAndTheNextMessageStartsAfresh() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Bernd");
        Chat chat = new Chat(town, citizen);
        String first = withPhoto(citizen);
        chat.greeted(1);

        assertThat(chat.tap(chat.askToErase())).singleElement().asString().contains("gelöscht");

        assertThat(town.api().open(first).status()).isEqualTo(404);
        assertThat(town.api().of(citizen.name())).isEmpty();
        leavesNothingButTheForgetTask(first);
        chat.write("Noch etwas");
        String second = await.enquiry(citizen);
        assertThat(second).isNotEqualTo(first);
        assertThat(town.api().messages(second)).hasSize(1);
        chat.greeted(2);
    }

    @Test
    void theMayorWhoHasItOpenGetsTheReceiptOfTheErasure() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Clara");
        Chat chat = new Chat(town, citizen);
        String id = withPhoto(citizen);
        chat.tap(chat.askToErase());

        JsonNode receipt = town.api().resolve(id, 2).body();

        assertThat(receipt.path("messages").asInt()).isEqualTo(2);
        assertThat(receipt.path("media").asInt()).isEqualTo(1);
        assertThat(receipt.at("/whatsapp/farewell").asText()).isEqualTo("done");
        assertThat(receipt.at("/whatsapp/contactBook").asText()).isEqualTo("done");
    }

    @Test
    void aSecondTapAndARedeliveredOneFindNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Dora");
        Chat chat = new Chat(town, citizen);
        withPhoto(citizen);
        ChatMessage question = chat.askToErase();
        chat.tap(question);
        int said = chat.answers().size();

        town.meta().redeliver(5);
        await.delivered();

        assertThat(chat.answers()).hasSize(said);
        assertThat(chat.tap(question)).singleElement().asString().contains(NOTHING);
    }

    @Test
    void aTapAfterTheMayorHasResolvedFindsNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Emil");
        Chat chat = new Chat(town, citizen);
        String id = withPhoto(citizen);
        ChatMessage question = chat.askToErase();
        town.api().resolve(id);

        assertThat(chat.tap(question)).singleElement().asString().contains(NOTHING);
    }

    @Test
    void anOldButtonDoesNotEraseANewEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Frieda");
        Chat chat = new Chat(town, citizen);
        String first = withPhoto(citizen);
        ChatMessage question = chat.askToErase();
        town.api().resolve(first);
        chat.write("Etwas Neues");
        String second = await.enquiry(citizen);

        assertThat(chat.tap(question)).singleElement().asString().contains("Ihr jetziges Anliegen bleibt");

        assertThat(town.api().messages(second)).hasSize(1);
    }

    @Test
    void nobodyErasesWhatIsAnothers() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Gustav");
        Citizen other = town.meta().citizens().withPhone("Selbst Fremd");
        Chat chat = new Chat(town, citizen);
        String id = withPhoto(citizen);

        assertThat(chat.tap(chat.askToErase(), other))
                .singleElement()
                .asString()
                .contains("unter einer anderen Nummer");

        assertThat(town.api().messages(id)).hasSize(2);
    }

    /** WhatsApp gives user ids anew, and may tell of it after the tap. */
    @Test
    void aTapUnderAnotherUserIdFromTheSameNumberErasesAsWell() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Gerda");
        Chat chat = new Chat(town, citizen);
        String id = withPhoto(citizen);
        String button =
                chat.askToErase().content().at("/action/buttons/0/reply/id").asText();

        ObjectNode tap = Webhooks.buttonReply("DE.Gerda00000000000000002", "wamid.TapOfGerda", button);
        ((ObjectNode) tap.at("/entry/0/changes/0/value/messages/0"))
                .put("from", citizen.phone().orElseThrow());
        assertThat(new SignedPost(town).deliver(tap.toString().getBytes(UTF_8))).isEqualTo(200);

        assertThat(town.api().open(id).status()).isEqualTo(404);
        leavesNothingButTheForgetTask(id);
    }

    /** Nothing says yet that it is the same person; once WhatsApp has told of it, the same tap erases. */
    @Test
    void aTapFromANewNumberBeforeTheNoticeOfItIsToldSoAndErasesAfterwards() {
        Citizen former = town.meta().citizens().withPhone("Selbst Heidi");
        Citizen now = town.meta().citizens().withPhone("Selbst Heidi neu");
        Chat chat = new Chat(town, former);
        String id = withPhoto(former);
        ChatMessage question = chat.askToErase();

        assertThat(chat.tap(question, now)).singleElement().asString().contains("unter einer anderen Nummer");
        assertThat(town.api().messages(id)).hasSize(2);

        ObjectNode move = Webhooks.system(Webhooks.object()
                .put("type", "user_changed_number")
                .put("wa_id", now.phone().orElseThrow())
                .put("user_id", now.bsuid())
                .put("previous_user_id", former.bsuid()));
        assertThat(new SignedPost(town).deliver(move.toString().getBytes(UTF_8)))
                .isEqualTo(200);
        assertThat(chat.tap(question, now)).singleElement().asString().contains("gelöscht");
        leavesNothingButTheForgetTask(id);
    }

    @Test
    void whatHasExpiredButStillStandsGoesAtTheWord() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Hanna");
        Chat chat = new Chat(town, citizen);
        String id = withPhoto(citizen);
        town.town().advance(Duration.ofDays(31));

        assertThat(chat.write("AUSKUNFT")).singleElement().asString().contains(NOTHING);

        leavesNothingButTheForgetTask(id);
    }

    @Test
    void aTapOnTheButtonOfAnExpiredEnquiryErasesIt() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Ida");
        Chat chat = new Chat(town, citizen);
        String id = withPhoto(citizen);
        ChatMessage question = chat.askToErase();
        town.town().advance(Duration.ofDays(31));

        assertThat(chat.tap(question)).singleElement().asString().contains("gelöscht");

        leavesNothingButTheForgetTask(id);
    }

    @Test
    void whatsAppMaySayNothingAndAllIsErasedAllTheSame() {
        Citizen citizen = town.meta().citizens().withPhone("Selbst Karl");
        Chat chat = new Chat(town, citizen);
        String id = withPhoto(citizen);
        ChatMessage question = chat.askToErase();
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.STATUS_5XX));
        town.meta().faults().add(Fault.forever(FaultPoint.CONTACT_BOOK, FaultKind.STATUS_5XX));

        chat.tap(question);

        leavesNothingButTheForgetTask(id);
    }

    private void leavesNothingButTheForgetTask(String enquiry) {
        await().untilAsserted(() ->
                assertThat(town.itemsOf(enquiry)).singleElement().asString().startsWith("TASK#forget#"));
        assertThat(town.objectsOf(enquiry)).isEmpty();
    }

    private String withPhoto(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[5000]));
        String id = await.enquiry(citizen, 2);
        await.media(id, "stored");
        await.delivered();
        return id;
    }
}
