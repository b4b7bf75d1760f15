package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;

/** A citizen with a new number or user id is still the same, and so is the enquiry. */
@InTown
final class MoveTest {
    private final TestTown town;
    private final Await await;

    MoveTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    void anEnquiryGoesOnUnderTheNewNumber() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Neu");
        town.meta().sendText(citizen, "alte Nummer");
        String id = await.enquiry(citizen);

        Citizen now = town.meta().changeNumber(citizen);
        await.delivered();
        town.meta().sendText(now, "neue Nummer");
        await.enquiry(now, 2);

        JsonNode enquiry = town.api().open(id).body();
        assertThat(texts(id)).containsExactlyInAnyOrder("alte Nummer", "neue Nummer");
        assertThat(enquiry.at("/citizen/name").asText()).isEqualTo("Moritz Neu");
        assertThat(enquiry.at("/citizen/phone").asText())
                .isEqualTo("+" + now.phone().orElseThrow());
        assertThat(enquiriesOf(citizen)).containsExactly(id);
    }

    @Test
    void onlyTheUserIdHasChanged() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Kennung");
        town.meta().sendText(citizen, "erste");
        String id = await.enquiry(citizen);

        Citizen now = town.meta().changeUserId(citizen);
        town.meta().sendText(now, "zweite");

        assertThat(await.enquiry(now, 2)).isEqualTo(id);
        assertThat(town.api().open(id).body().at("/citizen/phone").asText())
                .isEqualTo("+" + citizen.phone().orElseThrow());
    }

    @Test
    void anAnswerReachesTheNewNumberAndItsTicksFindTheEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Antwort");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        town.api().reply(id, "before", "vor dem Wechsel");

        Citizen now = town.meta().changeNumber(citizen);
        await.delivered();
        town.api().reply(id, "after", "nach dem Wechsel");
        town.meta().read(now);

        await.messages(
                id,
                messages -> messages.stream()
                                .filter(message ->
                                        message.at("/delivery/state").asText().equals("read"))
                                .count()
                        == 2);
        assertThat(town.api().open(id).body().has("waitingSince")).isFalse();
    }

    @Test
    void aFileOnItsWayArrives() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Foto");
        byte[] photo = "Foto".getBytes(StandardCharsets.UTF_8);
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MEDIA_DOWNLOAD, FaultKind.DELAY).lasting(Duration.ofSeconds(2)));
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", photo));
        String id = await.enquiry(citizen);

        town.meta().changeNumber(citizen);

        assertThat(MediaTest.opened(await.media(id, "stored"))).isEqualTo(photo);
    }

    @Test
    void whatWasWrittenUnderTheOldNumberCanBeEditedAndRevokedUnderTheNew() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Bessert");
        String edited = town.meta().sendText(citizen, "alt");
        String revoked = town.meta().sendText(citizen, "weg");
        String id = await.enquiry(citizen, 2);

        Citizen now = town.meta().changeNumber(citizen);
        town.meta()
                .send(
                        now,
                        CitizenMessage.of(new MessageDraft.Edit(edited, "neu")),
                        CitizenMessage.of(new MessageDraft.Revoke(revoked)));
        await.delivered();

        assertThat(texts(id)).containsExactly("neu");
    }

    @Test
    void whoHasAlreadyWrittenUnderTheNewNumberHasTwoEnquiries() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Doppelt");
        town.meta().sendText(citizen, "alte Nummer");
        String id = await.enquiry(citizen);
        Citizen now = new Citizen("DE.MoritzDoppelt2", citizen.name(), citizen.phone(), citizen.username());
        town.meta().deliver(Webhooks.text(now, "wamid.moritz.early", "neue Nummer"));
        await.delivered();

        town.meta().deliver(Webhooks.system(changedUserId(citizen, now)));
        await.delivered();

        assertThat(enquiriesOf(citizen)).hasSize(2).contains(id);
        assertThat(texts(id)).containsExactly("alte Nummer");
    }

    @Test
    void aRedeliveredChangeChangesNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Doch");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        town.meta().changeNumber(citizen);
        await.delivered();

        town.meta().redeliver(1);
        await.delivered();

        assertThat(texts(id)).containsExactly("Guten Tag");
        assertThat(enquiriesOf(citizen)).containsExactly(id);
    }

    /** Once all that came with a change of number was one list, and neighbours in it became one enquiry. */
    @Test
    void whatComesTogetherWithAChangeOfNumberIsMixedWithNobodys() {
        Citizen anna = town.meta().citizens().withPhone("Anna Zusammen");
        Citizen bert = town.meta().citizens().withPhone("Bert Zusammen");
        Citizen clara = town.meta().citizens().withPhone("Clara Zusammen");
        town.meta().sendText(clara, "von Clara");
        await.enquiry(clara);

        town.meta()
                .deliver(Webhooks.together(
                        Webhooks.text(anna, "wamid.together.1", "von Anna"),
                        Webhooks.text(bert, "wamid.together.2", "von Bert"),
                        Webhooks.text(bert, "wamid.together.3", "noch einmal von Bert"),
                        Webhooks.text(anna, "wamid.together.4", "noch einmal von Anna"),
                        Webhooks.system(Webhooks.object()
                                .put("type", "user_changed_number")
                                .put("previous_user_id", clara.bsuid())
                                .put("wa_id", "4917139209877"))));
        await.delivered();

        String annas = await.enquiry(anna, 2);
        String berts = await.enquiry(bert, 2);
        assertThat(texts(annas)).containsExactly("von Anna", "noch einmal von Anna");
        assertThat(texts(berts)).containsExactly("von Bert", "noch einmal von Bert");
        town.api().reply(annas, "to-anna", "an Anna");
        assertThat(new Chat(town, anna).answers()).contains("an Anna");
        assertThat(new Chat(town, bert).answers()).doesNotContain("an Anna");
    }

    @Test
    void aNewNumberWithoutUserIdIsWhereAnswersGo() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Nummer");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);

        town.meta()
                .deliver(Webhooks.system(Webhooks.object()
                        .put("type", "user_changed_number")
                        .put("previous_user_id", citizen.bsuid())
                        .put("wa_id", "4917139209876")));
        await.delivered();

        assertThat(town.api().open(id).body().at("/citizen/phone").asText()).isEqualTo("+4917139209876");
    }

    @Test
    void aChangeAfterTheResolveOpensNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Vorbei");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        town.api().resolve(id);

        town.meta().changeNumber(citizen);
        await.delivered();

        assertThat(enquiriesOf(citizen)).isEmpty();
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void aMovedEnquiryIsForgottenLikeAnyOther() {
        Citizen citizen = town.meta().citizens().withPhone("Moritz Fertig");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        town.meta().changeNumber(citizen);
        await.delivered();

        town.sweepForLeftovers();
        assertThat(texts(id)).containsExactly("Guten Tag");
        assertThat(town.api().resolve(id, town.api().revision(id)).status()).isEqualTo(200);

        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
        assertThat(enquiriesOf(citizen)).isEmpty();
    }

    private static ObjectNode changedUserId(Citizen former, Citizen now) {
        return Webhooks.object()
                .put("type", "user_changed_user_id")
                .put("user_id", now.bsuid())
                .put("previous_user_id", former.bsuid());
    }

    private List<String> texts(String enquiry) {
        return town.api().messages(enquiry).stream()
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** The ids of all open enquiries under the citizen's name. */
    private List<String> enquiriesOf(Citizen citizen) {
        return town.api()
                .list()
                .body()
                .path("enquiries")
                .valueStream()
                .filter(enquiry -> enquiry.path("name").asText().equals(citizen.name()))
                .map(enquiry -> enquiry.path("id").asText())
                .toList();
    }
}
