package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.meta.chat.Bubble;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.faults.Fault;
import org.sprechstunde.local.meta.faults.What;
import org.sprechstunde.local.meta.faults.Where;
import org.sprechstunde.local.meta.phone.FileKind;

/** What citizens change while somebody else is about to write: the first to write wins, the second looks again. */
final class ChangeRaceTest {
    private static final String TRANSACTION = "TransactWriteItems";

    private static Gate gate;
    private static TestTown town;
    private static Await await;

    @BeforeAll
    static void start() throws Exception {
        gate = Gate.open();
        town = TestTown.start(Options.forTest()
                .withEnvironment("AWS_ENDPOINT_URL_DYNAMODB", gate.address().toString()));
        await = new Await(town);
    }

    @AfterAll
    static void stop() {
        town.close();
        gate.close();
    }

    @AfterEach
    void open() {
        gate.refuse("");
        town.meta().faults().clear();
    }

    @Test
    void anOlderMessageThatComesLateDoesNotBringFormerWordsBackIntoTheList() {
        Citizen citizen = town.meta().citizens().withPhone("Wandel Anna");
        String wamid = town.meta().sendText(citizen, "alte Worte");
        String id = settled(citizen);
        ObjectNode older = Webhooks.text(citizen, "wamid.late.anna", "früher geschrieben");
        ((ObjectNode) older.at("/entry/0/changes/0/value/messages/0")).put("timestamp", Long.toString(seconds() - 600));

        gate.beforeNext(TRANSACTION, () -> {
            town.meta().deliver(Webhooks.edit(citizen, wamid, "neue Worte", seconds()));
            await.messages(id, all -> text(all.getFirst()).equals("neue Worte"));
        });
        town.meta().deliver(older);
        await.enquiry(citizen, 2);

        assertThat(town.api().open(id).body().at("/preview/text").asText()).isEqualTo("neue Worte");
    }

    @Test
    void anEditThatMeetsANewMessageChangesItsOwnAndNotTheList() {
        Citizen citizen = town.meta().citizens().withPhone("Wandel Bert");
        String wamid = town.meta().sendText(citizen, "alte Worte");
        String id = settled(citizen);

        gate.beforeNext(TRANSACTION, () -> {
            town.meta().deliver(Webhooks.text(citizen, "wamid.new.bert", "neueste"));
            await.enquiry(citizen, 2);
        });
        town.meta().deliver(Webhooks.edit(citizen, wamid, "neue Worte", seconds()));

        await.messages(id, all -> text(all.getFirst()).equals("neue Worte"));
        assertThat(town.api().open(id).body().at("/preview/text").asText()).isEqualTo("neueste");
    }

    @Test
    void anAnswerThatMeetsAChangeOfNumberGoesToTheNewOneAndOnlyOnce() {
        Citizen citizen = town.meta().citizens().withPhone("Wandel Cora");
        town.meta().sendText(citizen, "Guten Tag");
        String id = settled(citizen);

        gate.beforeNext(TRANSACTION, () -> moves(citizen));
        Api.Answer answer = town.api().reply(id, "key", "an die neue Nummer");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(town.meta().calls().stream()
                        .filter(call -> call.body().toString().contains("an die neue Nummer"))
                        .map(call -> call.body().toString()))
                .hasSize(1)
                .noneMatch(body -> body.contains(citizen.phone().orElseThrow()));
    }

    @Test
    void aResolveThatMeetsAChangeOfNumberErasesUnderTheNewOne() {
        Citizen citizen = town.meta().citizens().withPhone("Wandel Dirk");
        town.meta().sendText(citizen, "Guten Tag");
        String id = settled(citizen);

        gate.beforeNext(TRANSACTION, () -> moves(citizen));
        Api.Answer answer = town.api().resolve(id, 1);

        assertThat(answer.body().path("state").asText()).isEqualTo("erased");
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
        assertThat(town.api().of(citizen.name())).isEmpty();
    }

    @Test
    void aResolveThatMeetsARevocationErasesAll() {
        Citizen citizen = town.meta().citizens().withPhone("Wandel Elsa");
        String wamid = town.meta()
                .send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[2000]))
                .getFirst();
        String id = settled(citizen);
        await.media(id, "stored");

        gate.beforeNext(TRANSACTION, () -> {
            town.meta().deliver(Webhooks.revoke(citizen, wamid));
            await.messages(id, List::isEmpty);
        });
        Api.Answer answer = town.api().resolve(id, 1);

        assertThat(answer.body().path("state").asText()).isEqualTo("erased");
        nothingIsLeftOf(id);
    }

    @Test
    void aRevocationThatMeetsAResolveRevivesNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Wandel Fritz");
        String wamid = town.meta().sendText(citizen, "Guten Tag");
        String id = settled(citizen);

        gate.beforeNext(TRANSACTION, () -> town.api().resolve(id, 1));
        town.meta().deliver(Webhooks.revoke(citizen, wamid));
        await.delivered();

        nothingIsLeftOf(id);
        assertThat(town.api().of(citizen.name())).isEmpty();
    }

    @Test
    void aTapThatMeetsTheMayorsResolveFindsAllErasedAndSaysSo() {
        Citizen citizen = town.meta().citizens().withPhone("Wandel Gisa");
        town.meta().sendText(citizen, "Guten Tag");
        String id = settled(citizen);
        Chat chat = new Chat(town, citizen);
        Bubble question = chat.askToErase();

        gate.beforeNext(TRANSACTION, () -> town.api().resolve(id, 1));
        List<String> answers = chat.tap(question);

        nothingIsLeftOf(id);
        assertThat(town.api().of(citizen.name())).isEmpty();
        assertThat(answers).anyMatch(text -> text.startsWith("Ihr Anliegen ist abgeschlossen"));
        assertThat(answers).last().asString().startsWith("Zu Ihnen ist bei uns nichts gespeichert");
    }

    @Test
    void anUploadThatMeetsARevocationLeavesNoFile() {
        Citizen citizen = town.meta().citizens().withPhone("Wandel Hans");
        town.meta().faults().add(Fault.forever(Where.MEDIA_LOOKUP, What.STATUS_5XX));
        String wamid = town.meta()
                .send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[2000]))
                .getFirst();
        String id = settled(citizen);
        Awaitility.await()
                .until(() ->
                        town.town().log().stream().anyMatch(line -> line.text().contains("TASK_POSTPONED")));
        town.meta().faults().clear();

        gate.beforeNext(TRANSACTION, () -> {
            assertThat(town.objectsOf(id)).hasSize(1);
            town.meta().deliver(Webhooks.revoke(citizen, wamid));
            await.messages(id, List::isEmpty);
        });
        town.town().advance(Duration.ofMinutes(5));
        town.sweep();

        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(town.api().messages(id)).isEmpty();
    }

    private static void moves(Citizen citizen) {
        town.meta().changeNumber(citizen);
        await.delivered();
    }

    /** The citizen's enquiry, once the greeting, a task of its own, cannot be what the gate holds up. */
    private static String settled(Citizen citizen) {
        String id = await.enquiry(citizen);
        await.chat(
                citizen,
                chat -> chat.stream()
                        .anyMatch(
                                bubble -> bubble.content().path("body").asText().startsWith("Willkommen")));
        await.delivered();
        return id;
    }

    private static void nothingIsLeftOf(String id) {
        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget"));
    }

    private static long seconds() {
        return town.town().clock().instant().getEpochSecond();
    }

    private static String text(JsonNode message) {
        return message.path("text").asText();
    }
}
