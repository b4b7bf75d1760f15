package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What happens at the same time: whoever comes second reads again, and nothing is lost or revived. */
final class RaceTest {
    private static final String TRANSACTION = "TransactWriteItems";

    @RegisterExtension
    static final GatedTown TOWN = new GatedTown();

    @Test
    void aMessageThatArrivesWhileItsEnquiryIsResolvedOpensANewOne() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Anna");
        String first = writes(citizen);

        TOWN.gate().beforeNext(TRANSACTION, () -> TOWN.town().api().resolve(first));
        TOWN.town().meta().sendText(citizen, "zweite");
        TOWN.await().delivered();

        String second = TOWN.await().enquiry(citizen);
        assertThat(second).isNotEqualTo(first);
        assertThat(texts(second)).containsExactly("zweite");
        assertThat(TOWN.town().itemsOf(first)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void anAnswerToAnEnquiryThatIsBeingResolvedIsNeitherSentNorKept() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Bernd");
        String id = writes(citizen);

        TOWN.gate().beforeNext(TRANSACTION, () -> TOWN.town().api().resolve(id));
        ApiClient.Answer answer = TOWN.town().api().reply(id, "key", "zu spät");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(TOWN.town().itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
        assertThat(TOWN.town().meta().conversation(citizen))
                .noneMatch(bubble -> bubble.content().path("body").asText().equals("zu spät"));
    }

    /** Once it was greeted after it had been told "deleted", and WhatsApp had noted the citizen down anew. */
    @Test
    void aGreetingThatIsAboutToBeSaidIsNotSaidAfterTheFarewell() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Gerda");
        AtomicInteger resolved = new AtomicInteger();

        // The task is claimed, the enquiry read, and the greeting counted: before that, the mayor resolves.
        TOWN.gate()
                .beforeNext(
                        "UpdateItem",
                        () -> TOWN.gate().beforeNext("UpdateItem", () -> {
                            String id = TOWN.town()
                                    .api()
                                    .of(citizen.name())
                                    .orElseThrow()
                                    .path("id")
                                    .asText();
                            resolved.set(TOWN.town().api().resolve(id).status());
                        }));
        TOWN.town().meta().sendText(citizen, "Guten Tag");
        await().until(resolved::get, status -> status == 200);

        Chat chat = new Chat(TOWN.town(), citizen);
        await().during(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(chat.said()).singleElement().asString().contains("gelöscht"));
    }

    @Test
    void anAnswerThatIsSentCountsAsSentThoughItsLeaseCannotBeEnded() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Bruno");
        String id = writes(citizen);

        TOWN.gate().refuse("UpdateItem");
        ApiClient.Answer answer = TOWN.town().api().reply(id, "key", "rechtzeitig");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/delivery/state").asText()).isEqualTo("accepted");
    }

    @Test
    void anEmojiOnAnEnquiryThatIsBeingResolvedIsNeitherSentNorKept() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Bea");
        String id = writes(citizen);
        String message = TOWN.town().api().messages(id).getFirst().path("id").asText();

        TOWN.gate().beforeNext(TRANSACTION, () -> TOWN.town().api().resolve(id));
        ApiClient.Answer answer = TOWN.town().api().react(id, message, "👍");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(TOWN.town().itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
        assertThat(TOWN.town().meta().conversation(citizen))
                .noneMatch(bubble -> bubble.kind().equals("reaction"));
    }

    @Test
    void anEmojiThatWasSentWhileItsEnquiryIsResolvedComesBackNowhere() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Berta");
        String id = writes(citizen);
        String message = TOWN.town().api().messages(id).getFirst().path("id").asText();

        // The first announces it, the second shows it.
        TOWN.gate()
                .beforeNext(
                        TRANSACTION,
                        () -> TOWN.gate()
                                .beforeNext(TRANSACTION, () -> TOWN.town().api().resolve(id)));
        ApiClient.Answer answer = TOWN.town().api().react(id, message, "👍");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(TOWN.town().itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void aMessageThatArrivesWhileTheMayorResolvesIsNotErasedUnread() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Clara");
        String id = writes(citizen);
        long seen = TOWN.town().api().revision(id);

        TOWN.gate().beforeNext(TRANSACTION, () -> {
            TOWN.town().meta().sendText(citizen, "noch eine");
            TOWN.await().enquiry(citizen, 2);
        });
        ApiClient.Answer answer = TOWN.town().api().resolve(id, seen);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("changed");
        assertThat(texts(id)).containsExactly("Guten Tag", "noch eine");
        assertThat(TOWN.town().meta().conversation(citizen))
                .as("nobody is told of a deletion that did not happen")
                .noneMatch(bubble -> bubble.content().path("body").asText().contains("abgeschlossen"));
    }

    @Test
    void anErasureThatTakesTooLongForItsRequestIsReportedAsSuchAndGoesOn() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Lange Ludwig");
        String id = writes(citizen);
        TOWN.await().delivered();
        addItems(id, 600);

        TOWN.gate().beforeNext("BatchWriteItem", () -> TOWN.town().town().advance(Duration.ofSeconds(16)));
        ApiClient.Answer first = TOWN.town().api().resolve(id);
        ApiClient.Answer second = TOWN.town().api().resolve(id);

        assertThat(first.body().path("state").asText()).isEqualTo("erasing");
        assertThat(second.body().path("state").asText()).isEqualTo("erased");
        assertThat(second.body().path("unreadableSince")).isEqualTo(first.body().path("unreadableSince"));
        assertThat(TOWN.town().itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void aLateResolveDoesNotTakeTheNextEnquiryOfTheSameCitizen() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Dora");
        String first = writes(citizen);
        var next = new AtomicReference<>("");

        TOWN.gate().beforeNext(TRANSACTION, () -> {
            TOWN.town().api().resolve(first);
            next.set(writes(citizen));
        });
        ApiClient.Answer answer = TOWN.town().api().resolve(first);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("enquiry").asText()).isEqualTo(first);
        assertThat(texts(next.get())).containsExactly("Guten Tag");
    }

    @Test
    void twoFirstMessagesAtOnceOpenOneEnquiry() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Emil");

        TOWN.gate().beforeNext(TRANSACTION, () -> {
            TOWN.town().meta().deliver(Webhooks.text(citizen, "wamid.zweite", "zweite"));
            TOWN.await().enquiry(citizen);
        });
        TOWN.town().meta().deliver(Webhooks.text(citizen, "wamid.erste", "erste"));

        assertThat(texts(TOWN.await().enquiry(citizen, 2))).containsExactlyInAnyOrder("erste", "zweite");
    }

    @Test
    @Tag("full")
    void whatCannotBeStoredIsNotAcknowledgedAndComesAgain() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Frieda");
        TOWN.gate().refuse(TRANSACTION);

        TOWN.town().meta().sendText(citizen, "geht nicht verloren");
        await().until(() ->
                TOWN.town().meta().deliveries().stream().anyMatch(delivery -> delivery.lastStatus() == 500));
        TOWN.gate().refuse("");

        assertThat(texts(TOWN.await().enquiry(citizen))).containsExactly("geht nicht verloren");
    }

    @Test
    void streamAndSweepGreetOnceBetweenThem() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Zugleich Gustav");

        TOWN.gate().beforeNext("UpdateItem", () -> {
            TOWN.town().town().advance(Duration.ofMinutes(3));
            TOWN.town().sweep();
        });
        TOWN.town().meta().sendText(citizen, "Guten Tag");
        TOWN.await().chat(citizen, chat -> chat.size() == 2);

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> TOWN.town().meta().conversation(citizen).size() == 2);
    }

    private static String writes(Citizen citizen) {
        int before = TOWN.town().meta().conversation(citizen).size();
        TOWN.town().meta().sendText(citizen, "Guten Tag");
        String id = TOWN.await().enquiry(citizen);
        // The greeting is a task of its own, and must not be the one that the gate holds up.
        TOWN.await()
                .chat(
                        citizen,
                        chat -> chat.stream()
                                .skip(before)
                                .anyMatch(bubble ->
                                        bubble.content().path("body").asText().contains("Ein Mensch liest sie")));
        TOWN.await().delivered();
        await().until(() -> TOWN.town().items().stream()
                .filter(item -> TestTown.text(item, "enquiry").equals(id))
                .noneMatch(item -> item.containsKey("sending")));
        return id;
    }

    private static List<String> texts(String enquiry) {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : TOWN.town().api().messages(enquiry)) {
            texts.add(message.path("text").asText());
        }
        return texts;
    }

    /** Fills the enquiry's partition with what has to be erased with it. */
    private static void addItems(String enquiry, int count) {
        for (int from = 0; from < count; from += 25) {
            List<WriteRequest> puts = IntStream.range(from, from + 25)
                    .mapToObj(number -> Map.of(
                            "pk", AttributeValue.fromS("ENQUIRY#" + enquiry),
                            "sk", AttributeValue.fromS("NOISE#%d".formatted(number))))
                    .map(item -> WriteRequest.builder()
                            .putRequest(put -> put.item(item))
                            .build())
                    .toList();
            TOWN.town()
                    .town()
                    .stores()
                    .table()
                    .batchWriteItem(write ->
                            write.requestItems(Map.of(TOWN.town().town().table(), puts)));
        }
    }
}
