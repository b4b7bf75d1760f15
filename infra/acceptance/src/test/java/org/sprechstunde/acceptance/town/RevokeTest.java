package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;

/** The citizen takes a message back: it is gone at once, and its file with it. */
@OwnTown
@InTown
final class RevokeTest {
    private static final byte[] PHOTO = "Foto".getBytes(StandardCharsets.UTF_8);

    private final TestTown town;
    private final Await await;

    RevokeTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    void aRevokedMessageIsGoneFromMessagesAndList() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Zurück");
        town.meta().sendText(citizen, "bleibt");
        String wamid = town.meta().sendText(citizen, "geht");
        String id = await.enquiry(citizen, 2);

        revokes(citizen, wamid);

        JsonNode enquiry = town.api().open(id).body();
        assertThat(enquiry.path("messages")).hasSize(1);
        assertThat(enquiry.at("/messages/0/text").asText()).isEqualTo("bleibt");
        assertThat(enquiry.at("/preview/kind").asText()).isEqualTo("revoked");
        assertThat(enquiry.path("preview").has("text")).isFalse();
        assertThat(town.itemsOf(id).stream().filter(key -> key.startsWith("MESSAGE#")))
                .hasSize(1);
    }

    @Test
    void anEnquiryOfWhichNothingIsLeftCanBeResolved() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Leer");
        String wamid = town.meta().sendText(citizen, "doch nicht");
        String id = await.enquiry(citizen);

        revokes(citizen, wamid);

        assertThat(town.api().open(id).body().path("messages")).isEmpty();
        assertThat(await.listed(citizen.name()).path("inbound").asInt()).isEqualTo(1);
        assertThat(town.api().resolve(id, town.api().revision(id)).status()).isEqualTo(200);
    }

    @Test
    void theFileGoesWithItsMessageAndIsLookedForASecondTime() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Foto");
        String wamid = town.meta()
                .send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", PHOTO))
                .getFirst();
        String id = await.enquiry(citizen);
        await.media(id, "stored");
        String object = town.objectsOf(id).getFirst();

        revokes(citizen, wamid);
        Awaitility.await().until(() -> town.objectsOf(id).isEmpty());
        assertThat(forgetTasks(id)).isEqualTo(1);

        town.putObject(object, PHOTO);
        town.town().advance(Duration.ofMinutes(21));
        town.sweep();

        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(forgetTasks(id)).isZero();
    }

    @Test
    void aFileThatIsJustBeingFetchedDoesNotStay() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Unterwegs");
        long lookUps = lookUps();
        // Else WhatsApp's copy would be gone before it is downloaded.
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_DELETE, FaultKind.STATUS_5XX));
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MEDIA_DOWNLOAD, FaultKind.DELAY).lasting(Duration.ofSeconds(3)));
        String wamid = town.meta()
                .send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", PHOTO))
                .getFirst();
        String id = await.enquiry(citizen);
        Awaitility.await().until(() -> lookUps() > lookUps);
        long before = tooLate();

        revokes(citizen, wamid);

        Awaitility.await().until(() -> tooLate() > before);
        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(town.api().open(id).body().path("messages")).isEmpty();
    }

    @Test
    void whatsAppIsAskedToDeleteItsCopyToo() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Kopie");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.STATUS_5XX));
        String wamid = town.meta()
                .send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", PHOTO))
                .getFirst();
        await.enquiry(citizen);
        long before = deletions();

        revokes(citizen, wamid);

        assertThat(deletions()).isEqualTo(before + 1);
    }

    @Test
    void aMessageThatComesAfterItsRevocationStaysOutside() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Überholt");

        deliver(Webhooks.revoke(citizen, "wamid.revoked.first"));
        deliver(Webhooks.text(citizen, "wamid.revoked.first", "zu spät"));
        deliver(Webhooks.edit(citizen, "wamid.revoked.first", "erst recht", 0));

        assertThat(town.api().of(citizen.name())).isEmpty();
    }

    @Test
    void neitherTheMessageNorAnEditBringsARevokedMessageBack() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Endgültig");
        deliver(Webhooks.text(citizen, "wamid.revoked.for.good", "weg"));
        String id = await.enquiry(citizen);
        deliver(Webhooks.revoke(citizen, "wamid.revoked.for.good"));

        deliver(Webhooks.text(citizen, "wamid.revoked.for.good", "weg"));
        deliver(Webhooks.edit(
                citizen,
                "wamid.revoked.for.good",
                "wieder da",
                town.town().clock().instant().getEpochSecond()));
        deliver(Webhooks.revoke(citizen, "wamid.revoked.for.good"));

        assertThat(town.api().open(id).body().path("messages")).isEmpty();
    }

    @Test
    void aRevocationAfterTheResolveDoesNotTouchTheNextEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Danach");
        String wamid = town.meta().sendText(citizen, "früher");
        town.api().resolve(await.enquiry(citizen));
        town.meta().sendText(citizen, "später");
        String next = await.enquiry(citizen);

        revokes(citizen, wamid);

        assertThat(town.api().messages(next)).hasSize(1);
    }

    @Test
    void nobodyRevokesWhatAnotherWrote() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Selbst");
        Citizen other = town.meta().citizens().withPhone("Otto Löscht");
        String wamid = town.meta().sendText(citizen, "meins");
        String id = await.enquiry(citizen);

        deliver(Webhooks.revoke(other, wamid));

        assertThat(town.api().messages(id)).hasSize(1);
    }

    @Test
    void aResolveTakesTheTaskOfARevokedFileAlong() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Gelöst");
        String wamid = town.meta()
                .send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", PHOTO))
                .getFirst();
        String id = await.enquiry(citizen);
        await.media(id, "stored");
        revokes(citizen, wamid);

        town.api().resolve(id);

        assertThat(town.objectsOf(id)).isEmpty();
        Awaitility.await().until(() -> town.itemsOf(id).stream().allMatch(key -> key.startsWith("TASK#forget#")));
    }

    private void revokes(Citizen citizen, String wamid) {
        town.meta().send(citizen, CitizenMessage.of(new MessageDraft.Revoke(wamid)));
        await.delivered();
    }

    private void deliver(ObjectNode webhook) {
        town.meta().deliver(webhook);
        await.delivered();
    }

    private long forgetTasks(String enquiry) {
        return town.itemsOf(enquiry).stream()
                .filter(key -> key.startsWith("TASK#forget-file#"))
                .count();
    }

    private long tooLate() {
        return town.logged("MEDIA_TOO_LATE");
    }

    private long lookUps() {
        return calls("GET");
    }

    private long deletions() {
        return calls("DELETE");
    }

    private long calls(String method) {
        return town.meta().calls().stream()
                .filter(call ->
                        call.method().equals(method) && call.route().equals("/{version}/{id}") && call.status() == 200)
                .count();
    }
}
