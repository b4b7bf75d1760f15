package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.meta.chat.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What happens at the same time: whoever comes second reads again, and nothing is lost or revived. */
final class RaceTest {
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
    }

    @Test
    void aMessageThatArrivesWhileItsEnquiryIsResolvedOpensANewOne() {
        Citizen citizen = town.meta().citizens().withPhone("Zugleich Anna");
        String first = writes(citizen);

        gate.beforeNext(TRANSACTION, () -> town.api().resolve(first));
        town.meta().sendText(citizen, "zweite");
        await.delivered();

        String second = await.enquiry(citizen);
        assertThat(second).isNotEqualTo(first);
        assertThat(texts(second)).containsExactly("zweite");
        assertThat(town.itemsOf(first)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void anAnswerToAnEnquiryThatIsBeingResolvedIsNeitherSentNorKept() {
        Citizen citizen = town.meta().citizens().withPhone("Zugleich Bernd");
        String id = writes(citizen);

        gate.beforeNext(TRANSACTION, () -> town.api().resolve(id));
        Api.Answer answer = town.api().reply(id, "key", "zu spät");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
        assertThat(town.meta().conversation(citizen))
                .noneMatch(bubble -> bubble.content().path("body").asText().equals("zu spät"));
    }

    @Test
    void aMessageThatArrivesWhileTheMayorResolvesIsNotErasedUnread() {
        Citizen citizen = town.meta().citizens().withPhone("Zugleich Clara");
        String id = writes(citizen);

        gate.beforeNext(TRANSACTION, () -> {
            town.meta().sendText(citizen, "noch eine");
            await.enquiry(citizen, 2);
        });
        Api.Answer answer = town.api().resolve(id, 1);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("new-message");
        assertThat(texts(id)).containsExactly("Guten Tag", "noch eine");
        assertThat(town.meta().conversation(citizen))
                .as("nobody is told of a deletion that did not happen")
                .noneMatch(bubble -> bubble.content().path("body").asText().contains("abgeschlossen"));
    }

    @Test
    void anErasureThatTakesTooLongForItsRequestIsReportedAsSuchAndGoesOn() {
        Citizen citizen = town.meta().citizens().withPhone("Lange Ludwig");
        String id = writes(citizen);
        await.delivered();
        addItems(id, 600);

        gate.beforeNext("BatchWriteItem", () -> town.town().advance(Duration.ofSeconds(16)));
        Api.Answer first = town.api().resolve(id);
        Api.Answer second = town.api().resolve(id);

        assertThat(first.body().path("state").asText()).isEqualTo("erasing");
        assertThat(second.body().path("state").asText()).isEqualTo("erased");
        assertThat(second.body().path("unreadableSince")).isEqualTo(first.body().path("unreadableSince"));
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void aLateResolveDoesNotTakeTheNextEnquiryOfTheSameCitizen() {
        Citizen citizen = town.meta().citizens().withPhone("Zugleich Dora");
        String first = writes(citizen);
        var next = new AtomicReference<>("");

        gate.beforeNext(TRANSACTION, () -> {
            town.api().resolve(first);
            next.set(writes(citizen));
        });
        Api.Answer answer = town.api().resolve(first);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("enquiry").asText()).isEqualTo(first);
        assertThat(texts(next.get())).containsExactly("Guten Tag");
    }

    @Test
    void twoFirstMessagesAtOnceOpenOneEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Zugleich Emil");

        gate.beforeNext(TRANSACTION, () -> {
            town.meta().deliver(letter(citizen, "zweite"));
            await.enquiry(citizen);
        });
        town.meta().deliver(letter(citizen, "erste"));

        assertThat(texts(await.enquiry(citizen, 2))).containsExactlyInAnyOrder("erste", "zweite");
    }

    @Test
    void whatCannotBeStoredIsNotAcknowledgedAndComesAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Zugleich Frieda");
        gate.refuse(TRANSACTION);

        town.meta().sendText(citizen, "geht nicht verloren");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> town.meta().deliveries().stream().anyMatch(delivery -> delivery.lastStatus() == 500));
        gate.refuse("");

        assertThat(texts(await.enquiry(citizen))).containsExactly("geht nicht verloren");
    }

    @Test
    void streamAndSweepGreetOnceBetweenThem() {
        Citizen citizen = town.meta().citizens().withPhone("Zugleich Gustav");

        gate.beforeNext("UpdateItem", () -> {
            town.town().advance(Duration.ofMinutes(3));
            town.sweep();
        });
        town.meta().sendText(citizen, "Guten Tag");
        await.chat(citizen, chat -> chat.size() == 2);

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> town.meta().conversation(citizen).size() == 2);
    }

    private static String writes(Citizen citizen) {
        int before = town.meta().conversation(citizen).size();
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        // The greeting is a task of its own, and must not be the one that the gate holds up.
        await.chat(
                citizen,
                chat -> chat.stream()
                        .skip(before)
                        .anyMatch(
                                bubble -> bubble.content().path("body").asText().startsWith("Willkommen")));
        await.delivered();
        return id;
    }

    private static List<String> texts(String enquiry) {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : town.api().messages(enquiry)) {
            texts.add(message.path("text").asText());
        }
        return texts;
    }

    /** A message in a webhook of its own, which waits for no other of the same citizen. */
    private static ObjectNode letter(Citizen citizen, String text) {
        ObjectNode body = new ObjectMapper().createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode change = body.putArray("entry")
                .addObject()
                .putArray("changes")
                .addObject()
                .put("field", "messages");
        ObjectNode value = change.putObject("value");
        value.putObject("metadata").put("phone_number_id", "100000000000001");
        ObjectNode contact = value.putArray("contacts").addObject().put("user_id", citizen.bsuid());
        contact.putObject("profile").put("name", citizen.name());
        ObjectNode message = value.putArray("messages").addObject();
        message.put("from_user_id", citizen.bsuid()).put("id", "wamid." + text).put("type", "text");
        message.putObject("text").put("body", text);
        return body;
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
            town.town()
                    .stores()
                    .table()
                    .batchWriteItem(
                            write -> write.requestItems(Map.of(town.town().table(), puts)));
        }
    }
}
