package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sprechstunde.emulator.chat.Citizen;

/** A file on its way while its enquiry ends, or while it is being forgotten: nothing comes back, and no copy stays. */
final class AttachmentRaceTest {
    private static final String TRANSACTION = "TransactWriteItems";
    private static final byte[] PHOTO = MayorFile.picture("jpeg");

    @RegisterExtension
    static final GatedTown TOWN = new GatedTown();

    @Test
    void aFileWhoseEnquiryIsBeingResolvedIsNeitherSentNorKeptAnywhere() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Datei Anna");
        String id = writes(citizen);
        MayorFile file = MayorFile.upload(TOWN.town(), id, "image/jpeg", PHOTO);
        long before = copies();

        TOWN.gate().beforeNext(TRANSACTION, () -> TOWN.town().api().resolve(id));
        ApiClient.Answer answer = reply(id, file);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(copies()).as("copies at WhatsApp").isEqualTo(before);
        isErased(id);
        assertThat(TOWN.town().meta().conversation(citizen))
                .noneMatch(bubble -> bubble.kind().equals("image"));
    }

    @Test
    void anAnswerWrittenWhileItsEnquiryIsBeingResolvedGoesWithIt() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Datei Bernd");
        String id = writes(citizen);
        MayorFile file = MayorFile.upload(TOWN.town(), id, "image/jpeg", PHOTO);
        long before = copies();
        var sent = new AtomicReference<ApiClient.Answer>();

        TOWN.gate().beforeNext(TRANSACTION, () -> sent.set(reply(id, file)));
        ApiClient.Answer receipt = TOWN.town().api().resolve(id);

        assertThat(sent.get().status()).isEqualTo(201);
        assertThat(receipt.body().path("messages").asInt()).isEqualTo(2);
        assertThat(receipt.body().at("/whatsapp/media").asText()).isEqualTo("done");
        assertThat(copies()).as("copies at WhatsApp").isEqualTo(before);
        isErased(id);
    }

    @Test
    void aFileThatIsBeingForgottenIsNotSent() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Datei Clara");
        String id = writes(citizen);
        MayorFile file = MayorFile.upload(TOWN.town(), id, "image/jpeg", PHOTO);
        long before = copies();

        TOWN.gate().beforeNext(TRANSACTION, () -> {
            TOWN.town().town().advance(Duration.ofMinutes(20));
            TOWN.town().sweep();
        });
        ApiClient.Answer answer = reply(id, file);

        assertThat(answer.problem()).isEqualTo("attachment-gone");
        assertThat(copies()).as("copies at WhatsApp").isEqualTo(before);
        assertThat(TOWN.town().objectsOf(id)).isEmpty();
        assertThat(TOWN.town().api().messages(id)).hasSize(1);
    }

    @Test
    void twoRequestsWithOneKeySendAFileOnce() {
        Citizen citizen = TOWN.town().meta().citizens().withPhone("Datei Dora");
        String id = writes(citizen);
        MayorFile file = MayorFile.upload(TOWN.town(), id, "image/jpeg", PHOTO);
        long before = copies();
        var other = new AtomicReference<ApiClient.Answer>();

        TOWN.gate().beforeNext(TRANSACTION, () -> other.set(reply(id, file)));
        ApiClient.Answer answer = reply(id, file);

        assertThat(other.get().status()).isEqualTo(201);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("id")).isEqualTo(other.get().body().path("id"));
        assertThat(copies() - before).as("copies at WhatsApp").isEqualTo(1);
        assertThat(TOWN.town().api().messages(id)).hasSize(2);
    }

    @Test
    @Tag("full")
    void aFileThatCannotBeWrittenDownDoesNotStayAtWhatsApp() {
        String id = writes(TOWN.town().meta().citizens().withPhone("Datei Emil"));
        MayorFile file = MayorFile.upload(TOWN.town(), id, "image/jpeg", PHOTO);
        long before = copies();

        TOWN.gate().refuse(TRANSACTION);
        ApiClient.Answer answer = reply(id, file);
        TOWN.gate().refuse("");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(copies()).as("copies at WhatsApp").isEqualTo(before);
        assertThat(reply(id, file).status()).isEqualTo(201);
    }

    @Test
    void anEnquiryThatIsBeingResolvedGetsNoAddressForAFile() {
        String id = writes(TOWN.town().meta().citizens().withPhone("Datei Frieda"));

        TOWN.gate().beforeNext(TRANSACTION, () -> TOWN.town().api().resolve(id));
        ApiClient.Answer answer = TOWN.town().api().attach(id, MayorFile.wish("image/jpeg", 1));

        assertThat(answer.status()).isEqualTo(404);
        isErased(id);
    }

    private static String writes(Citizen citizen) {
        TOWN.town().meta().sendText(citizen, "Guten Tag");
        String id = TOWN.await().enquiry(citizen);
        // The greeting is a task of its own, and must not be the one that the gate holds up.
        TOWN.await().chat(citizen, chat -> chat.size() == 2);
        TOWN.await().delivered();
        return id;
    }

    private static ApiClient.Answer reply(String id, MayorFile file) {
        return TOWN.town().api().replyWith(id, Optional.of("key"), file.reply().toString());
    }

    private static void isErased(String id) {
        assertThat(TOWN.town().objectsOf(id)).isEmpty();
        assertThat(TOWN.town().itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    /** How many files of the town's lie at WhatsApp. */
    private static long copies() {
        return calls("POST", "/media") - calls("DELETE", "/{id}");
    }

    private static long calls(String method, String route) {
        return TOWN.town().meta().calls().stream()
                .filter(call -> call.method().equals(method) && call.route().endsWith(route) && call.status() == 200)
                .count();
    }
}
