package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.variants.Variant;

/** An answer of which no word came back is unclear at once, and after a minute the mayor may send it once more. */
@MovesTheClock
@InTown
final class SecondSendingTest {
    private static final String ANSWER = "Wir kommen am Montag.";

    private final TestTown town;
    private final Await await;

    SecondSendingTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
        town.meta().variants().only();
    }

    @Test
    void anUnclearAnswerIsSentOnceMoreAfterAMinuteAndIsTheSameMessage() {
        Citizen citizen = town.meta().citizens().withPhone("Zweite Anna");
        String id = writes(citizen);
        JsonNode answer = unclear(id);
        assertThat(answer.at("/delivery/state").asText()).isEqualTo("unknown");
        assertThat(answer.at("/delivery").has("again")).isFalse();

        town.town().advance(Duration.ofSeconds(61));
        assertThat(last(id).at("/delivery/again").asBoolean()).isTrue();
        town.meta().variants().only();
        ApiClient.Answer again = again(id, "key-2", answer.path("id").asText());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().path("id")).isEqualTo(answer.path("id"));
        assertThat(again.body().at("/delivery/state").asText()).isEqualTo("accepted");
        assertThat(town.api().messages(id)).hasSize(2);
        await.chat(citizen, _ -> said(citizen) == 2);
        assertThat(town.api().open(id).body().has("waitingSince")).isFalse();
    }

    @Test
    void theSameKeySendsAgainOnce() {
        Citizen citizen = town.meta().citizens().withPhone("Zweite Bernd");
        String id = writes(citizen);
        String answer = unclear(id).path("id").asText();
        town.town().advance(Duration.ofSeconds(61));

        again(id, "key-2", answer);
        ApiClient.Answer repeated = again(id, "key-2", answer);

        assertThat(repeated.status()).isEqualTo(200);
        assertThat(said(citizen)).isEqualTo(2);
    }

    @Test
    void whileAStatusMayStillComeNothingIsSentAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Zweite Clara");
        String id = writes(citizen);
        String answer = unclear(id).path("id").asText();

        ApiClient.Answer tooSoon = again(id, "key-2", answer);

        assertThat(tooSoon.status()).isEqualTo(409);
        assertThat(tooSoon.problem()).isEqualTo("not-unclear");
        assertThat(said(citizen)).isEqualTo(1);
    }

    @Test
    void twoWhoClickAtOnceSendItOnce() {
        Citizen citizen = town.meta().citizens().withPhone("Zweite Dora");
        String id = writes(citizen);
        String answer = unclear(id).path("id").asText();
        town.town().advance(Duration.ofSeconds(61));
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.DROP_AFTER_ACCEPT));

        assertThat(again(id, "key-2", answer).body().at("/delivery/state").asText())
                .isEqualTo("unknown");
        assertThat(again(id, "key-3", answer).problem()).isEqualTo("not-unclear");

        assertThat(said(citizen)).isEqualTo(2);
    }

    /** The old words would arrive after the new ones. */
    @Test
    void whoHasNotSeenThatAColleagueHasAnsweredSendsNothingAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Zweite Franka");
        String id = writes(citizen);
        String answer = unclear(id).path("id").asText();
        long seen = town.api().revision(id);
        town.town().advance(Duration.ofSeconds(61));
        town.meta().variants().only();
        ApiClient colleague = town.api().as(town.town().tokenOf("Zweite Kollegin"));
        assertThat(colleague.reply(id, "key-2", "Doch am Dienstag.", seen).status())
                .isEqualTo(201);

        ApiClient.Answer blind = again(id, "key-3", answer, seen);

        assertThat(blind.problem()).isEqualTo("answered");
        assertThat(said(citizen)).isEqualTo(1);
        assertThat(again(id, "key-3", answer).status())
                .as("who has read it may")
                .isEqualTo(201);
    }

    @Test
    void whatHasArrivedIsNotSentAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Zweite Emil");
        String id = writes(citizen);
        String answer = town.api().reply(id, "key-1", ANSWER).body().path("id").asText();
        await.delivered();
        town.town().advance(Duration.ofSeconds(61));

        assertThat(again(id, "key-2", answer).problem()).isEqualTo("not-unclear");
        assertThat(again(
                                id,
                                "key-3",
                                town.api().messages(id).getFirst().path("id").asText())
                        .status())
                .as("the citizen's own")
                .isEqualTo(404);
        assertThat(said(citizen)).isEqualTo(1);
    }

    /** WhatsApp has it, but its answer is lost, and its statuses carry nothing back by which they could be understood. */
    private JsonNode unclear(String id) {
        town.meta().variants().only(Variant.NO_CALLBACK_DATA);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.DROP_AFTER_ACCEPT));
        JsonNode answer = town.api().reply(id, "key-1", ANSWER).body();
        await.delivered();
        return answer;
    }

    private JsonNode last(String id) {
        return town.api().messages(id).getLast();
    }

    private ApiClient.Answer again(String id, String key, String message) {
        return again(id, key, message, town.api().revision(id));
    }

    private ApiClient.Answer again(String id, String key, String message, long revision) {
        return town.api().post(id, Optional.of(key), "{\"again\":\"%s\",\"revision\":%d}".formatted(message, revision));
    }

    private String writes(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        await.chat(citizen, chat -> chat.stream().anyMatch(bubble -> !bubble.fromCitizen()));
        await.delivered();
        return id;
    }

    private long said(Citizen citizen) {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> bubble.content().path("body").asText().equals(ANSWER))
                .count();
    }
}
