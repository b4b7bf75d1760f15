package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.graph.RecordedCall;

/** The receipt names the enquiry, and whoever keeps it must not find out whose that was from what others still have. */
@InTown
final class ReceiptLinksTest {
    private final TestTown town;

    ReceiptLinksTest(TestTown town) {
        this.town = town;
    }

    @Test
    void nothingThatWhatsAppOrThePhoneStillHasNamesTheEnquiryOfTheReceipt() {
        Citizen citizen = town.meta().citizens().withPhone("Quittung Anna");
        Chat chat = new Chat(town, citizen);
        int before = town.meta().calls().size();
        town.meta().sendText(citizen, "Die Bank am Bach ist kaputt.");
        String id = new Await(town).enquiry(citizen);
        town.api().reply(id, "key-1", "Der Bauhof kommt.");
        town.api().react(id, town.api().messages(id).getFirst().path("id").asText(), "👍");
        ChatMessage question = chat.askToErase();
        Awaitility.await()
                .until(() -> town.api().messages(id).stream()
                        .anyMatch(message ->
                                message.at("/delivery/state").asText().equals("delivered")));

        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("enquiry").asText()).isEqualTo(id);
        assertThat(question.content().toString()).contains("\"id\"").doesNotContain(id);
        assertThat(carried(before))
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotHaveDuplicates()
                .noneMatch(data -> data.contains(id));
        assertThat(town.meta().calls()).noneMatch(call -> call.body().toString().contains(id));
    }

    /** What WhatsApp brings back with each status of the mayor's; of what nobody asks for, a sign without ids. */
    private List<String> carried(int before) {
        return town.meta().calls().stream()
                .skip(before)
                .map(RecordedCall::body)
                .map(body -> body.path("biz_opaque_callback_data").asText())
                .filter(data -> data.length() > 1 && !data.startsWith("word/"))
                .toList();
    }

    @Test
    void aTapOnTheButtonErasesThoughItsIdNamesNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Quittung Bernd");
        Chat chat = new Chat(town, citizen);
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);

        ChatMessage question = chat.askToErase();

        assertThat(button(question)).doesNotContain(id).doesNotContain("erase");
        assertThat(chat.tap(question)).singleElement().asString().contains("gelöscht");
        assertThat(town.api().open(id).status()).isEqualTo(404);
    }

    @Test
    void aQuestionThatAFormerReleaseHasAskedStillErases() {
        Citizen citizen = town.meta().citizens().withPhone("Quittung Clara");
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);

        int status = new SignedPost(town)
                .deliver(Webhooks.buttonReply(citizen.bsuid(), "wamid.FormerTap", "erase/" + id)
                        .toString()
                        .getBytes(UTF_8));

        assertThat(status).isEqualTo(200);
        assertThat(town.api().open(id).status()).isEqualTo(404);
    }

    private static String button(ChatMessage question) {
        return question.content().at("/action/buttons/0/reply/id").asText();
    }
}
