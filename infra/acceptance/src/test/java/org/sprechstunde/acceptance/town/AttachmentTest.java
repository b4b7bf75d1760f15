package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The mayor's files reach the citizen as they are, stand in the conversation, and go with it. */
@OwnTown
@InTown
final class AttachmentTest {
    private static final byte[] PHOTO = MayorFile.picture("jpeg");
    private static final byte[] FORM = MayorFile.pdf(12_345);

    private final TestTown town;
    private final Await await;

    AttachmentTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    void aPictureWithWordsReachesTheCitizenAndCanBeOpenedByTheMayor() {
        Citizen citizen = town.meta().citizens().withPhone("Anhang Anna");
        String id = writes(citizen);
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);

        ApiClient.Answer answer = reply(id, "key-1", file.reply().put("text", "So sieht es aus."));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("kind").asText()).isEqualTo("image");
        assertThat(answer.body().path("text").asText()).isEqualTo("So sieht es aus.");
        assertThat(answer.body().at("/media/type").asText()).isEqualTo("jpeg");
        assertThat(answer.body().at("/media/bytes").asInt()).isEqualTo(PHOTO.length);
        assertThat(MayorFile.opened(answer.body().path("media"))).isEqualTo(PHOTO);
        ChatMessage chatMessage = arrived(citizen, "image");
        assertThat(chatMessage.content().path("caption").asText()).isEqualTo("So sieht es aus.");
        assertThat(onPhone(chatMessage)).isEqualTo(PHOTO);
        JsonNode shown = deliveryBecomes(id, "delivered");
        assertThat(MayorFile.opened(shown.path("media"))).isEqualTo(PHOTO);
    }

    @Test
    void aDocumentKeepsItsNameAndNeedsNoWords() {
        Citizen citizen = town.meta().citizens().withoutPhone("Anhang Bernd");
        String id = writes(citizen);
        ObjectNode reply = MayorFile.upload(town, id, "application/pdf", FORM).reply();
        ((ObjectNode) reply.path("attachment")).put("fileName", "Antrag/../\u202Efdp.exe\n.pdf");

        ApiClient.Answer answer = reply(id, "key-1", reply);

        assertThat(answer.body().path("kind").asText()).isEqualTo("document");
        assertThat(answer.body().has("text")).isFalse();
        assertThat(answer.body().at("/media/fileName").asText()).isEqualTo("Antrag_..__fdp.exe_.pdf");
        ChatMessage chatMessage = arrived(citizen, "document");
        assertThat(chatMessage.content().path("filename"))
                .isEqualTo(answer.body().at("/media/fileName"));
        assertThat(chatMessage.content().has("caption")).isFalse();
        assertThat(onPhone(chatMessage)).isEqualTo(FORM);
    }

    @Test
    @Tag("full")
    void theLargestDocumentArrives() {
        Citizen citizen = town.meta().citizens().withPhone("Anhang Lars");
        String id = writes(citizen);
        byte[] large = MayorFile.pdf(100 << 20);

        ApiClient.Answer answer = reply(
                id,
                "key-1",
                MayorFile.upload(town, id, "application/pdf", large).reply());

        assertThat(answer.body().at("/media/bytes").asInt()).isEqualTo(large.length);
        assertThat(onPhone(arrived(citizen, "document"))).isEqualTo(large);
    }

    @Test
    void aPictureCanAnswerAMessage() {
        Citizen citizen = town.meta().citizens().withPhone("Anhang Clara");
        String id = writes(citizen);
        String question = town.api().messages(id).getFirst().path("id").asText();
        MayorFile file = MayorFile.upload(town, id, "image/png", MayorFile.picture("png"));

        ApiClient.Answer answer =
                reply(id, "key-1", file.reply().put("text", " ").put("quote", question));

        assertThat(answer.body().at("/quote/message").asText()).isEqualTo(question);
        assertThat(answer.body().has("text")).isFalse();
        assertThat(arrived(citizen, "image").message().path("context").has("message_id"))
                .isTrue();
    }

    @Test
    void theSameKeySendsAFileOnce() {
        Citizen citizen = town.meta().citizens().withPhone("Anhang Dora");
        String id = writes(citizen);
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);
        MayorFile other = MayorFile.upload(town, id, "image/jpeg", PHOTO);
        long before = uploads();

        ApiClient.Answer first = reply(id, "key-1", file.reply());
        ApiClient.Answer second = reply(id, "key-1", file.reply());

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(reply(id, "key-1", other.reply()).problem()).isEqualTo("idempotency-mismatch");
        assertThat(reply(id, "key-1", file.reply().put("text", "mehr")).problem())
                .isEqualTo("idempotency-mismatch");
        assertThat(reply(id, "key-2", file.reply()).problem())
                .as("one upload, one answer")
                .isEqualTo("attachment-gone");
        assertThat(uploads() - before).isEqualTo(1);
        assertThat(town.api().messages(id)).hasSize(2);
    }

    @Test
    void whatWhatsAppDoesNotTakeIsNotSentAndCanBeTriedAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Anhang Emil");
        String id = writes(citizen);
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_UPLOAD, FaultKind.TOKEN_EXPIRED));

        ApiClient.Answer refused = reply(id, "key-1", file.reply());

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.problem()).isEqualTo("attachment-not-taken");
        assertThat(town.api().messages(id)).hasSize(1);
        town.meta().faults().clear();
        assertThat(reply(id, "key-1", file.reply()).status()).isEqualTo(201);
    }

    @Test
    void aFileWhoseMessageIsRefusedDoesNotStayAtWhatsApp() {
        Citizen citizen = town.meta().citizens().withPhone("Anhang Frieda");
        String id = writes(citizen);
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.TOKEN_EXPIRED));
        long before = deletions();

        ApiClient.Answer answer = reply(id, "key-1", file.reply());

        assertThat(answer.body().at("/delivery/state").asText()).isEqualTo("failed");
        assertThat(MayorFile.opened(answer.body().path("media"))).isEqualTo(PHOTO);
        assertThat(deletions() - before).isEqualTo(1);
        town.meta().faults().clear();
        assertThat(town.api().resolve(id).body().at("/whatsapp/media").asText()).isEqualTo("skipped");
    }

    @Test
    void afterTwentyFourHoursNoFileIsSentAndNoneStaysAtWhatsApp() {
        String id = writes(town.meta().citizens().withPhone("Anhang Gustav"));
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", PHOTO);
        town.town().advance(Duration.ofHours(24));
        long uploads = uploads();
        long deletions = deletions();

        assertThat(reply(id, "key-1", file.reply()).problem()).isEqualTo("window-closed");
        assertThat(town.api().attach(id, MayorFile.wish("image/jpeg", 1)).problem())
                .isEqualTo("window-closed");

        assertThat(deletions() - deletions).isEqualTo(uploads() - uploads);
        assertThat(town.api().messages(id)).hasSize(1);
    }

    @Test
    void resolvingTakesTheFileEverywhere() {
        Citizen citizen = town.meta().citizens().withPhone("Anhang Hanna");
        String id = writes(citizen);
        reply(id, "key-1", MayorFile.upload(town, id, "image/jpeg", PHOTO).reply());
        MayorFile.upload(town, id, "application/pdf", FORM);
        arrived(citizen, "image");
        long before = deletions();

        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        assertThat(receipt.path("media").asInt()).isEqualTo(1);
        assertThat(receipt.path("bytes").asInt()).isEqualTo(PHOTO.length);
        assertThat(receipt.at("/whatsapp/media").asText()).isEqualTo("done");
        assertThat(deletions() - before).isEqualTo(1);
        assertThat(town.objectsOf(id)).isEmpty();
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void nothingOfAFileStandsOpenlyInTheStores() {
        String id = writes(town.meta().citizens().withPhone("Anhang Ida"));
        ObjectNode reply = MayorFile.upload(town, id, "application/pdf", FORM).reply();
        ((ObjectNode) reply.path("attachment")).put("fileName", "Kanarienvogel.pdf");
        String promised = open();
        reply(id, "key-1", reply);

        for (String items : List.of(promised, open())) {
            assertThat(items)
                    .doesNotContain("Kanarienvogel")
                    .doesNotContain("PDF\"")
                    .doesNotContain(reply.at("/attachment/key").asText());
        }
        for (String name : town.objectsOf(id)) {
            assertThat(new String(town.objectBytes(name), ISO_8859_1)).doesNotContain("%PDF");
        }
    }

    /** All that somebody with access to the table can read, in bytes and in words. */
    private String open() {
        StringBuilder all = new StringBuilder();
        for (Map<String, AttributeValue> item : town.items()) {
            all.append(item);
            item.values().stream()
                    .filter(value -> value.b() != null)
                    .forEach(value -> all.append(new String(value.b().asByteArray(), ISO_8859_1)));
        }
        return all.toString();
    }

    private String writes(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        return await.enquiry(citizen);
    }

    private ApiClient.Answer reply(String id, String key, ObjectNode body) {
        return town.api().replyWith(id, Optional.of(key), body.toString());
    }

    private ChatMessage arrived(Citizen citizen, String kind) {
        return await
                .chat(
                        citizen,
                        bubbles -> bubbles.stream()
                                .anyMatch(chatMessage -> chatMessage.kind().equals(kind)))
                .stream()
                .filter(chatMessage -> chatMessage.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private byte[] onPhone(ChatMessage chatMessage) {
        String id = chatMessage.content().path("id").asText();
        return ApiClient.fetch(town.meta().uri().resolve("/phone/api/media/" + id))
                .body();
    }

    private JsonNode deliveryBecomes(String id, String state) {
        return await.messages(
                        id,
                        messages -> messages.getLast()
                                .at("/delivery/state")
                                .asText()
                                .equals(state))
                .getLast();
    }

    /** Files that WhatsApp has taken. */
    private long uploads() {
        return calls("POST", "/{version}/{number}/media");
    }

    private long deletions() {
        return calls("DELETE", "/{version}/{id}");
    }

    private long calls(String method, String route) {
        return town.meta().calls().stream()
                .filter(call -> call.method().equals(method) && call.route().endsWith(route) && call.status() == 200)
                .count();
    }
}
