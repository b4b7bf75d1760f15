package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;

/** The mayor answers one particular message, and both sides see which. */
@InTown
final class QuoteTest {
    private static final String NOBODYS = "1795424400000-0123456789abcdef0123456789abcdef";

    private final TestTown town;
    private final Await await;

    QuoteTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void bothSidesSeeWhichMessageTheMayorAnswers() {
        Citizen citizen = town.meta().citizens().withPhone("Zitiert Anna");
        String lamp = town.meta().sendText(citizen, "Die Laterne ist aus.");
        town.meta().sendText(citizen, "Und danke für den Radweg!");
        String id = await.enquiry(citizen, 2);

        ApiClient.Answer answer = reply(id, "key-1", messageOf(id, "Die Laterne ist aus."));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/quote/message").asText()).isEqualTo(messageOf(id, "Die Laterne ist aus."));
        assertThat(town.api().messages(id).getLast().path("quote"))
                .isEqualTo(answer.body().path("quote"));
        assertThat(answerTo(citizen).message().at("/context/message_id").asText())
                .isEqualTo(lamp);
    }

    @Test
    void aCitizenWithoutNumberSeesTheQuoteToo() {
        Citizen citizen = town.meta().citizens().withoutPhone("Zitiert Bernd");
        String wamid = town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);

        reply(id, "key-1", messageOf(id, "Guten Tag"));

        assertThat(answerTo(citizen).message().at("/context/message_id").asText())
                .isEqualTo(wamid);
    }

    @Test
    void withoutAQuoteThereIsNone() {
        Citizen citizen = town.meta().citizens().withPhone("Zitiert Clara");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);

        ApiClient.Answer answer = town.api().reply(id, "key-1", "Wir kümmern uns.");

        assertThat(answer.body().has("quote")).isFalse();
        assertThat(answerTo(citizen).message().has("context")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODYS, "", "x", "../CITIZEN", "1795424400000-0123456789ABCDEF0123456789ABCDEF"})
    void whatIsNoMessageIsNotQuoted(String quote) {
        Citizen citizen = town.meta().citizens().withPhone("Zitiert Dora " + quote.length());
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);

        assertThat(reply(id, "key-1", quote).problem()).isEqualTo("unknown-quote");
        assertThat(town.api().messages(id)).hasSize(1);
    }

    @Test
    void aMessageOfAnotherEnquiryIsNotQuoted() {
        Citizen first = town.meta().citizens().withPhone("Zitiert Emil");
        Citizen second = town.meta().citizens().withPhone("Zitiert Frieda");
        town.meta().sendText(first, "Guten Tag");
        town.meta().sendText(second, "Guten Tag");
        String foreign = messageOf(await.enquiry(first), "Guten Tag");

        ApiClient.Answer answer = reply(await.enquiry(second), "key-1", foreign);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unknown-quote");
    }

    @Test
    void theMayorsOwnAnswersAreNotQuoted() {
        Citizen citizen = town.meta().citizens().withPhone("Zitiert Gustav");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        String own =
                town.api().reply(id, "key-1", "Guten Tag!").body().path("id").asText();

        assertThat(reply(id, "key-2", own).problem()).isEqualTo("unknown-quote");
    }

    @Test
    void aQuoteThatIsNoTextIsABadRequest() {
        Citizen citizen = town.meta().citizens().withPhone("Zitiert Heinz");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);

        assertThat(town.api()
                        .replyWith(id, Optional.of("key-1"), "{\"text\":\"x\",\"quote\":[]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theSameKeyForAnotherQuoteIsAMistake() {
        Citizen citizen = town.meta().citizens().withPhone("Zitiert Ida");
        town.meta().sendText(citizen, "eins");
        town.meta().sendText(citizen, "zwei");
        String id = await.enquiry(citizen, 2);
        ApiClient.Answer first = reply(id, "key-1", messageOf(id, "eins"));

        assertThat(reply(id, "key-1", messageOf(id, "eins")).body().path("id"))
                .isEqualTo(first.body().path("id"));
        assertThat(reply(id, "key-1", messageOf(id, "zwei")).problem()).isEqualTo("idempotency-mismatch");
        assertThat(reply(id, "key-1", NOBODYS).problem()).isEqualTo("idempotency-mismatch");
        assertThat(answers(citizen)).hasSize(1);
    }

    private ApiClient.Answer reply(String id, String key, String quote) {
        ObjectNode body = Webhooks.object().put("text", "Wir kümmern uns.").put("quote", quote);
        return town.api().replyWith(id, Optional.of(key), body.toString());
    }

    private String messageOf(String id, String text) {
        return town.api().messages(id).stream()
                .filter(message -> message.path("text").asText().equals(text))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private ChatMessage answerTo(Citizen citizen) {
        await.chat(citizen, _ -> !answers(citizen).isEmpty());
        return answers(citizen).getFirst();
    }

    private List<ChatMessage> answers(Citizen citizen) {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> bubble.content().path("body").asText().equals("Wir kümmern uns."))
                .toList();
    }
}
