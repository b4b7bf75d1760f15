package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.MessageDraft;

/** What citizens do besides writing and sending files reaches the mayor as what it is. */
@InTown
final class KindsTest {
    private final TestTown town;
    private final Await await;

    KindsTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void theMayorSeesWhichAnswerACitizenAnswers() {
        Citizen citizen = town.meta().citizens().withPhone("Quirin Zitat");
        String id = writes(citizen);
        String answer = answered(citizen, id);

        send(citizen, CitizenMessage.text("Morgen passt").replyingTo(answer));

        JsonNode message = last(id, 2);
        assertThat(message.at("/quote/message").asText()).isEqualTo(answerOf(id));
    }

    @Test
    void aCitizenMayQuoteTheirOwnWords() {
        Citizen citizen = town.meta().citizens().withoutPhone("Quirina Selbst");
        String own = town.meta().sendText(citizen, "Die Laterne am Markt");
        String id = await.enquiry(citizen);

        send(citizen, CitizenMessage.text("Sie ist immer noch dunkel").replyingTo(own));

        assertThat(last(id, 2).at("/quote/message").asText())
                .isEqualTo(town.api().messages(id).getFirst().path("id").asText());
    }

    @Test
    void whatAnEarlierEnquirySaidIsNotQuotedInTheNext() {
        Citizen citizen = town.meta().citizens().withPhone("Quentin Wieder");
        String own = town.meta().sendText(citizen, "alt");
        town.api().resolve(await.enquiry(citizen), 1);

        send(citizen, CitizenMessage.text("neu").replyingTo(own));

        JsonNode message = last(await.enquiry(citizen), 1);
        assertThat(message.has("quote")).isTrue();
        assertThat(message.path("quote").has("message")).isFalse();
    }

    @Test
    void aReactionStandsOnTheAnswerUntilItIsTakenBack() {
        Citizen citizen = town.meta().citizens().withPhone("Rita Daumen");
        String id = writes(citizen);
        String answer = answered(citizen, id);

        send(citizen, CitizenMessage.of(new MessageDraft.Reaction(answer, Optional.of("👍"))));
        assertThat(town.api().messages(id).getLast().path("reaction").asText()).isEqualTo("👍");

        send(citizen, CitizenMessage.of(new MessageDraft.Reaction(answer, Optional.empty())));
        assertThat(town.api().messages(id).getLast().has("reaction")).isFalse();
        assertThat(town.api().messages(id)).hasSize(2);
    }

    @Test
    void aReactionIsNoMessageAndNobodyWaitsForAnAnswerToIt() {
        Citizen citizen = town.meta().citizens().withPhone("Rolf Ruhig");
        String id = writes(citizen);
        String answer = answered(citizen, id);
        JsonNode before = town.api().open(id).body();

        send(citizen, CitizenMessage.of(new MessageDraft.Reaction(answer, Optional.of("❤"))));

        JsonNode after = town.api().open(id).body();
        for (String field : new String[] {"inbound", "expiresAt", "lastMessageAt", "preview", "waitingSince"}) {
            assertThat(after.path(field)).isEqualTo(before.path(field));
        }
    }

    @Test
    void aReactionToWhatIsDeletedOpensNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Rosa Spät");
        String own = town.meta().sendText(citizen, "alt");
        town.api().resolve(await.enquiry(citizen), 1);

        send(citizen, CitizenMessage.of(new MessageDraft.Reaction(own, Optional.of("👍"))));

        assertThat(town.api().of(citizen.name())).isEmpty();
    }

    @Test
    void nobodyReactsInAnotherCitizensEnquiry() {
        Citizen citizen = town.meta().citizens().withPhone("Rudi Fremd");
        String own = town.meta().sendText(citizen, "meine Worte");
        String id = await.enquiry(citizen);

        send(
                town.meta().citizens().withPhone("Ruth Fremd"),
                CitizenMessage.of(new MessageDraft.Reaction(own, Optional.of("👎"))));

        assertThat(last(id, 1).has("reaction")).isFalse();
    }

    @Test
    void aChoiceAFormAndAnOrderAreReadInPlainWords() {
        Citizen citizen = town.meta().citizens().withPhone("Paula Formular");
        ObjectNode form = object().put("type", "interactive");
        form.putObject("interactive")
                .putObject("nfm_reply")
                .put("response_json", "{\"Straße\":\"Am Markt\",\"flow_token\":\"geheim\"}");
        ObjectNode order = object().put("type", "order");
        order.putObject("order").putArray("product_items").addObject().put("product_retailer_id", "Brot");

        send(citizen, CitizenMessage.of(new MessageDraft.Raw(form)));
        send(citizen, CitizenMessage.of(new MessageDraft.Raw(order)));

        String id = await.enquiry(citizen, 2);
        JsonNode first = town.api().messages(id).getFirst();
        assertThat(first.at("/lines/0/value").asText()).isEqualTo("Am Markt");
        assertThat(first.path("lines")).hasSize(1);
        assertThat(last(id, 2).at("/lines/0/label").asText()).isEqualTo("Brot");
    }

    @Test
    void whatWasForwardedSaysSo() {
        Citizen citizen = town.meta().citizens().withPhone("Kurt Kette");
        ObjectNode chain = object().put("type", "text");
        chain.putObject("text").put("body", "Bitte weitersagen");
        chain.putObject("context").put("frequently_forwarded", true);

        send(citizen, CitizenMessage.of(new MessageDraft.Raw(chain)));

        assertThat(last(await.enquiry(citizen), 1).path("forwarded").asText()).isEqualTo("often");
    }

    private String writes(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        return await.enquiry(citizen);
    }

    /** Answers, and returns WhatsApp's id of the answer once the citizen has it. */
    private String answered(Citizen citizen, String id) {
        town.api().reply(id, "key", "Passt Ihnen morgen?");
        await.messages(
                id,
                messages -> messages.stream()
                        .anyMatch(message ->
                                message.at("/delivery/state").asText().equals("delivered")));
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> bubble.content().path("body").asText().startsWith("Passt"))
                .map(ChatMessage::id)
                .findFirst()
                .orElseThrow();
    }

    private String answerOf(String id) {
        return town.api().messages(id).stream()
                .filter(message -> message.path("direction").asText().equals("out"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private void send(Citizen citizen, CitizenMessage citizenMessage) {
        town.meta().send(citizen, citizenMessage);
        await.delivered();
    }

    /** The citizen's last message, once there are so many. */
    private JsonNode last(String id, int inbound) {
        return await
                .messages(
                        id,
                        messages -> messages.stream().filter(KindsTest::isIn).count() >= inbound)
                .stream()
                .filter(KindsTest::isIn)
                .toList()
                .getLast();
    }

    private static boolean isIn(JsonNode message) {
        return message.path("direction").asText().equals("in");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
