package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.variants.Variant;

/** The mayor's answer reaches the citizen once, or the mayor sees why not. */
@InTown
final class ReplyTest {
    private static final String ANSWER = "Wir kümmern uns. – Ihr Bürgermeister";

    private final TestTown town;
    private final Await await;

    ReplyTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
        town.meta().variants().only();
    }

    @Test
    void anAnswerReachesTheCitizenAndTheMayorSeesHowFarItCame() {
        Citizen citizen = town.meta().citizens().withPhone("Antwort Anna");
        String id = writes(citizen);

        ApiClient.Answer answer = town.api().reply(id, "key-1", ANSWER);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/delivery/state").asText()).isEqualTo("accepted");
        hasReceived(citizen, 1);
        deliveryBecomes(id, "delivered");
        town.meta().read(citizen);
        deliveryBecomes(id, "read");
        assertThat(town.api().open(id).body().has("waitingSince")).isFalse();
    }

    @Test
    void aCitizenWithoutNumberIsAnsweredByUserId() {
        Citizen citizen = town.meta().citizens().withoutPhone("Antwort Bernd");
        String id = writes(citizen);

        town.api().reply(id, "key-1", ANSWER);

        hasReceived(citizen, 1);
    }

    @Test
    void theSameKeySendsOnce() {
        Citizen citizen = town.meta().citizens().withPhone("Antwort Clara");
        String id = writes(citizen);

        ApiClient.Answer first = town.api().reply(id, "key-1", ANSWER);
        ApiClient.Answer second = town.api().reply(id, "key-1", ANSWER);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        hasReceived(citizen, 1);
    }

    @Test
    void theSameKeyForAnotherTextIsAMistake() {
        Citizen citizen = town.meta().citizens().withPhone("Antwort Dora");
        String id = writes(citizen);

        town.api().reply(id, "key-1", ANSWER);
        ApiClient.Answer second = town.api().reply(id, "key-1", "etwas anderes");

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.problem()).isEqualTo("idempotency-mismatch");
        hasReceived(citizen, 1);
    }

    @Test
    void keysOfOneEnquiryMeanNothingInAnother() {
        Citizen first = town.meta().citizens().withPhone("Antwort Emil");
        Citizen second = town.meta().citizens().withPhone("Antwort Frieda");

        assertThat(town.api().reply(writes(first), "key-1", ANSWER).status()).isEqualTo(201);
        assertThat(town.api().reply(writes(second), "key-1", ANSWER).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4097})
    void anAnswerIsNeitherEmptyNorLongerThanWhatsAppTakes(int length) {
        String id = writes(town.meta().citizens().withPhone("Länge " + length));

        ApiClient.Answer answer = town.api().reply(id, "key-1", "x".repeat(length));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-text");
        assertThat(town.api().messages(id)).hasSize(1);
    }

    @Test
    void theLongestAnswerIsSent() {
        Citizen citizen = town.meta().citizens().withPhone("Länge 4096");

        assertThat(town.api().reply(writes(citizen), "key-1", "x".repeat(4096)).status())
                .isEqualTo(201);
    }

    @Test
    void anEmojiIsOneCharacter() {
        Citizen citizen = town.meta().citizens().withPhone("Länge Emoji");

        assertThat(town.api().reply(writes(citizen), "key-1", "🌳".repeat(4096)).status())
                .isEqualTo(201);
    }

    @Test
    void whoseMessageWasWrittenBeforeTheReplyButArrivesAfterItStillWaits() {
        Citizen citizen = town.meta().citizens().withPhone("Überholt");
        String id = writes(citizen);
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.STATUS_WEBHOOK, FaultKind.DELAY).lasting(Duration.ofSeconds(2)));
        town.api().reply(id, "key-1", ANSWER);

        town.meta()
                .send(
                        citizen,
                        CitizenMessage.text("überholt")
                                .at(town.town().clock().instant().minusSeconds(5)));
        await.enquiry(citizen, 2);
        deliveryOf(id, ANSWER, "delivered");

        assertThat(town.api().open(id).body().has("waitingSince")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kein json", "{}", "{\"text\":1}", "[]", "null"})
    void anAnswerThatIsNoneIsABadRequest(String body) {
        String id = writes(town.meta().citizens().withPhone("Unsinn " + body.length()));

        assertThat(town.api().replyWith(id, Optional.of("key"), body).status()).isEqualTo(400);
    }

    @Test
    void anAnswerNeedsAKey() {
        String id = writes(town.meta().citizens().withPhone("Ohne Schlüssel"));

        assertThat(town.api()
                        .replyWith(id, Optional.empty(), "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(town.api()
                        .replyWith(id, Optional.of("x".repeat(65)), "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void afterTwentyFourHoursTheServerRefuses() {
        Citizen citizen = town.meta().citizens().withPhone("Fenster Zu");
        var yesterday = town.town().clock().instant().minus(Duration.ofHours(25));
        town.meta().send(citizen, CitizenMessage.text("gestern").at(yesterday));
        String id = await.enquiry(citizen);

        ApiClient.Answer answer = town.api().reply(id, "key-1", ANSWER);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("window-closed");
        assertThat(town.api().messages(id)).hasSize(1);
        assertThat(town.api().open(id).body().has("waitingSince")).isTrue();
    }

    @Test
    void aRefusalOfWhatsAppShowsAsFailedAndTheCitizenStillWaits() {
        Citizen citizen = town.meta().citizens().withPhone("Ohne Zugang");
        String id = writes(citizen);
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.TOKEN_EXPIRED));

        JsonNode delivery = town.api().reply(id, "key-1", ANSWER).body().path("delivery");

        assertThat(delivery.path("state").asText()).isEqualTo("failed");
        assertThat(delivery.path("code").asInt()).isEqualTo(190);
        assertThat(delivery.path("reason").asText()).isEqualTo("token");
        assertThat(town.api().open(id).body().has("waitingSince")).isTrue();
    }

    @Test
    void aFailureThatWhatsAppTellsLaterShowsWhyAndTheCitizenWaitsAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Später Gescheitert");
        String id = writes(citizen);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.WINDOW_CLOSED));

        town.api().reply(id, "key-1", ANSWER);

        JsonNode delivery = deliveryBecomes(id, "failed");
        assertThat(delivery.path("code").asInt()).isEqualTo(131047);
        assertThat(delivery.path("reason").asText()).isEqualTo("window-closed");
        assertThat(town.api().open(id).body().has("waitingSince")).isTrue();
    }

    @Test
    void howFarAnAnswerCameShowsThoughWhatsAppDoesNotCarryOurIdsBack() {
        Citizen citizen = town.meta().citizens().withPhone("Ohne Kennung Gelesen");
        String id = writes(citizen);
        town.meta().variants().only(Variant.NO_CALLBACK_DATA);

        town.api().reply(id, "key-1", ANSWER);

        deliveryBecomes(id, "delivered");
        town.meta().read(citizen);
        deliveryBecomes(id, "read");
    }

    /** Once such an answer stood there as accepted for ever. */
    @Test
    void aFailureShowsThoughWhatsAppDoesNotCarryOurIdsBack() {
        Citizen citizen = town.meta().citizens().withPhone("Ohne Kennung");
        String id = writes(citizen);
        town.meta().variants().only(Variant.NO_CALLBACK_DATA);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.WINDOW_CLOSED));

        town.api().reply(id, "key-1", ANSWER);

        assertThat(deliveryBecomes(id, "failed").path("reason").asText()).isEqualTo("window-closed");
        assertThat(town.api().open(id).body().has("waitingSince")).isTrue();
    }

    @Test
    void evenOneThatIsToldBeforeAnybodyKnowsTheAnswersIdShows() {
        Citizen citizen = town.meta().citizens().withPhone("Ohne Kennung Zuerst");
        String id = writes(citizen);
        town.meta().variants().only(Variant.NO_CALLBACK_DATA, Variant.STATUS_FIRST);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.WINDOW_CLOSED));

        ApiClient.Answer answer = town.api().reply(id, "key-1", ANSWER);

        assertThat(answer.body().at("/delivery/state").asText()).isEqualTo("failed");
        assertThat(deliveryBecomes(id, "failed").path("code").asInt()).isEqualTo(131047);
    }

    @Test
    void byWhichIdWhatsAppKnowsAnAnswerIsForgottenWithIt() {
        Citizen citizen = town.meta().citizens().withPhone("Marke Weg");
        String id = writes(citizen);
        town.api().reply(id, "key-1", ANSWER);
        town.api().reply(id, "key-2", ANSWER);
        await.delivered();
        assertThat(marksOf(id)).isEqualTo(2);

        town.api().resolve(id);
        town.meta().read(citizen);
        await.delivered();

        assertThat(marksOf(id)).isZero();
    }

    private long marksOf(String enquiry) {
        return town.items().stream()
                .filter(item -> TestTown.text(item, "pk").startsWith("ANSWER#"))
                .filter(item -> TestTown.text(item, "enquiry").equals(enquiry))
                .count();
    }

    @Test
    void anAnswerWithoutWordFromWhatsAppIsNeverSentTwiceAndIsSettledByItsStatus() {
        Citizen citizen = town.meta().citizens().withPhone("Unklar");
        String id = writes(citizen);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.DROP_AFTER_ACCEPT));

        town.api().reply(id, "key-1", ANSWER);
        town.api().reply(id, "key-1", ANSWER);

        deliveryBecomes(id, "delivered");
        hasReceived(citizen, 1);
    }

    private String writes(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        await.chat(citizen, chat -> chat.stream().anyMatch(bubble -> !bubble.fromCitizen()));
        return id;
    }

    private void hasReceived(Citizen citizen, int answers) {
        var chat = await.chat(
                citizen,
                bubbles -> bubbles.stream()
                                .filter(bubble ->
                                        bubble.content().path("body").asText().equals(ANSWER))
                                .count()
                        >= answers);
        assertThat(chat.stream()
                        .filter(bubble -> bubble.content().path("body").asText().equals(ANSWER)))
                .hasSize(answers);
    }

    private void deliveryOf(String id, String text, String state) {
        await.messages(
                id,
                messages -> messages.stream()
                        .anyMatch(message -> message.path("text").asText().equals(text)
                                && message.at("/delivery/state").asText().equals(state)));
    }

    private JsonNode deliveryBecomes(String id, String state) {
        return await.messages(
                        id,
                        messages -> messages.getLast()
                                .at("/delivery/state")
                                .asText()
                                .equals(state))
                .getLast()
                .path("delivery");
    }
}
