package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.FileKind;

/** What citizens change while somebody else is about to write: the first to write wins, the second looks again. */
final class ChangeRaceTest {
    private static final String TRANSACTION = "TransactWriteItems";

    @RegisterExtension
    static final GatedTown TOWN = new GatedTown();

    @AfterEach
    void mend() {
        TOWN.town().meta().faults().clear();
    }

    @Test
    void anOlderMessageThatComesLateDoesNotBringFormerWordsBackIntoTheList() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Wandel Anna");
        String wamid = TOWN.town().meta().sendText(citizen, "alte Worte");
        String id = settled(citizen);
        ObjectNode older = Webhooks.text(citizen, "wamid.late.anna", "früher geschrieben");
        ((ObjectNode) older.at("/entry/0/changes/0/value/messages/0")).put("timestamp", Long.toString(seconds() - 600));

        TOWN.gate().beforeNext(TRANSACTION, () -> {
            TOWN.town().meta().deliver(Webhooks.edit(citizen, wamid, "neue Worte", seconds()));
            TOWN.await().messages(id, all -> text(all.getFirst()).equals("neue Worte"));
        });
        TOWN.town().meta().deliver(older);
        TOWN.await().enquiry(citizen, 2);

        assertThat(TOWN.town().api().open(id).body().at("/preview/text").asText())
                .isEqualTo("neue Worte");
    }

    @Test
    void anEditThatMeetsANewMessageChangesItsOwnAndNotTheList() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Wandel Bert");
        String wamid = TOWN.town().meta().sendText(citizen, "alte Worte");
        String id = settled(citizen);

        TOWN.gate().beforeNext(TRANSACTION, () -> {
            TOWN.town().meta().deliver(Webhooks.text(citizen, "wamid.new.bert", "neueste"));
            TOWN.await().enquiry(citizen, 2);
        });
        TOWN.town().meta().deliver(Webhooks.edit(citizen, wamid, "neue Worte", seconds()));

        TOWN.await().messages(id, all -> text(all.getFirst()).equals("neue Worte"));
        assertThat(TOWN.town().api().open(id).body().at("/preview/text").asText())
                .isEqualTo("neueste");
    }

    @Test
    void anAnswerThatMeetsAChangeOfNumberGoesToTheNewOneAndOnlyOnce() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Wandel Cora");
        TOWN.town().meta().sendText(citizen, "Guten Tag");
        String id = settled(citizen);

        TOWN.gate().beforeNext(TRANSACTION, () -> moves(citizen));
        ApiClient.Answer answer = TOWN.town().api().reply(id, "key", "an die neue Nummer");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(TOWN.town().meta().calls().stream()
                        .filter(call -> call.body().toString().contains("an die neue Nummer"))
                        .map(call -> call.body().toString()))
                .hasSize(1)
                .noneMatch(body -> body.contains(citizen.phone().orElseThrow()));
    }

    @Test
    void aResolveThatMeetsAChangeOfNumberErasesUnderTheNewOne() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Wandel Dirk");
        TOWN.town().meta().sendText(citizen, "Guten Tag");
        String id = settled(citizen);
        long afterMoving = TOWN.town().api().revision(id) + 1;

        TOWN.gate().beforeNext(TRANSACTION, () -> moves(citizen));
        ApiClient.Answer answer = TOWN.town().api().resolve(id, afterMoving);

        assertThat(answer.body().path("state").asText()).isEqualTo("erased");
        assertThat(TOWN.town().itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
        assertThat(TOWN.town().api().of(citizen.name())).isEmpty();
    }

    @Test
    void aResolveThatMeetsARevocationErasesAll() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Wandel Elsa");
        String wamid = TOWN.town()
                .meta()
                .send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[2000]))
                .getFirst();
        String id = settled(citizen);
        TOWN.await().media(id, "stored");
        long afterRevoking = TOWN.town().api().revision(id) + 1;

        TOWN.gate().beforeNext(TRANSACTION, () -> {
            TOWN.town().meta().deliver(Webhooks.revoke(citizen, wamid));
            TOWN.await().messages(id, List::isEmpty);
        });
        ApiClient.Answer answer = TOWN.town().api().resolve(id, afterRevoking);

        assertThat(answer.body().path("state").asText()).isEqualTo("erased");
        nothingIsLeftOf(id);
    }

    @Test
    void aRevocationThatMeetsAResolveRevivesNothing() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Wandel Fritz");
        String wamid = TOWN.town().meta().sendText(citizen, "Guten Tag");
        String id = settled(citizen);

        TOWN.gate().beforeNext(TRANSACTION, () -> TOWN.town().api().resolve(id, 1));
        TOWN.town().meta().deliver(Webhooks.revoke(citizen, wamid));
        TOWN.await().delivered();

        nothingIsLeftOf(id);
        assertThat(TOWN.town().api().of(citizen.name())).isEmpty();
    }

    @Test
    void aTapThatMeetsTheMayorsResolveFindsAllErasedAndSaysSo() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Wandel Gisa");
        TOWN.town().meta().sendText(citizen, "Guten Tag");
        String id = settled(citizen);
        Chat chat = new Chat(TOWN.town(), citizen);
        ChatMessage question = chat.askToErase();

        TOWN.gate().beforeNext(TRANSACTION, () -> TOWN.town().api().resolve(id, 1));
        List<String> answers = chat.tap(question);

        nothingIsLeftOf(id);
        assertThat(TOWN.town().api().of(citizen.name())).isEmpty();
        assertThat(answers).anyMatch(text -> text.contains("Ihr Anliegen ist abgeschlossen"));
        assertThat(answers).last().asString().contains("Zu Ihnen ist bei uns nichts gespeichert");
    }

    @Test
    void anUploadThatMeetsARevocationLeavesNoFile() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Wandel Hans");
        TOWN.town().meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.STATUS_5XX));
        long before = TOWN.town().logged("TASK_POSTPONED");
        String wamid = TOWN.town()
                .meta()
                .send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[2000]))
                .getFirst();
        String id = settled(citizen);
        Awaitility.await().until(() -> TOWN.town().logged("TASK_POSTPONED") > before);
        TOWN.town().meta().faults().clear();

        TOWN.gate().beforeNext(TRANSACTION, () -> {
            assertThat(TOWN.town().objectsOf(id)).hasSize(1);
            TOWN.town().meta().deliver(Webhooks.revoke(citizen, wamid));
            TOWN.await().messages(id, List::isEmpty);
        });
        TOWN.town().town().advance(Duration.ofMinutes(5));
        TOWN.town().sweep();

        assertThat(TOWN.town().objectsOf(id)).isEmpty();
        assertThat(TOWN.town().api().messages(id)).isEmpty();
    }

    private static void moves(Citizen citizen) {
        TOWN.town().meta().changeNumber(citizen);
        TOWN.await().delivered();
    }

    /** The citizen's enquiry, once the greeting, a task of its own, cannot be what the gate holds up. */
    private static String settled(Citizen citizen) {
        String id = TOWN.await().enquiry(citizen);
        new Chat(TOWN.town(), citizen).greeted(1);
        TOWN.await().delivered();
        return id;
    }

    private static void nothingIsLeftOf(String id) {
        assertThat(TOWN.town().objectsOf(id)).isEmpty();
        assertThat(TOWN.town().itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget"));
    }

    private static long seconds() {
        return TOWN.town().town().clock().instant().getEpochSecond();
    }

    private static String text(JsonNode message) {
        return message.path("text").asText();
    }
}
