package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;

/** The mayor's emoji: shown is what the citizen sees, and nothing of it outlives the enquiry. */
@InTown
final class ReactionTest {
    private final TestTown town;
    private final Await await;

    ReactionTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    void theCitizenSeesTheEmojiOnTheirMessageAndTheMayorToo() {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion Anna");
        String id = writes(citizen);

        ApiClient.Answer answer = town.api().react(id, first(id), "👍");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("townReaction").asText()).isEqualTo("👍");
        assertThat(shown(id)).isEqualTo("👍");
        JsonNode sent = reactions(citizen).getLast().content();
        assertThat(sent.path("emoji").asText()).isEqualTo("👍");
        assertThat(sent.path("message_id").asText()).isEqualTo(own(citizen).id());
    }

    @Test
    void theNextEmojiTakesThePlaceOfTheFirstAndAnEmptyOneTakesItBack() {
        Citizen citizen = town.meta().citizens().withoutPhone("Reaktion Bernd");
        String id = writes(citizen);

        town.api().react(id, first(id), "👍");
        town.api().react(id, first(id), "❤️");
        assertThat(shown(id)).isEqualTo("❤️");
        ApiClient.Answer taken = town.api().react(id, first(id), "");

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().has("townReaction")).isFalse();
        assertThat(shown(id)).isEmpty();
        assertThat(reactions(citizen))
                .extracting(bubble -> bubble.content().path("emoji").asText())
                .containsExactly("👍", "❤️", "");
    }

    @Test
    void bothSidesReactToTheSameMessage() {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion Clara");
        String id = writes(citizen);

        town.api().react(id, first(id), "🙏");
        town.meta()
                .send(
                        citizen,
                        CitizenMessage.of(new MessageDraft.Reaction(own(citizen).id(), Optional.of("😀"))));
        await.delivered();

        JsonNode message = town.api().messages(id).getFirst();
        assertThat(message.path("reaction").asText()).isEqualTo("😀");
        assertThat(message.path("townReaction").asText()).isEqualTo("🙏");
    }

    @Test
    void anEmojiIsNoAnswerAndProlongsNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion Dora");
        String id = writes(citizen);
        JsonNode before = town.api().open(id).body();

        town.api().react(id, first(id), "👍");

        JsonNode after = town.api().open(id).body();
        for (String field : new String[] {"outbound", "expiresAt", "lastMessageAt", "preview", "waitingSince"}) {
            assertThat(after.path(field)).isEqualTo(before.path(field));
        }
    }

    @Test
    void aFileWithAnEmojiCanStillBeOpened() {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion Emil");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[1000]));
        String id = await.enquiry(citizen);
        await.media(id, "stored");

        JsonNode media = town.api().react(id, first(id), "😮").body().path("media");

        assertThat(MediaTest.opened(media)).hasSize(1000);
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(strings = {"x", "👍👍", "Danke 👍", " ", "1", "<b>", "\u0000", "👍\n"})
    void wordsAreNoEmoji(String text) {
        Citizen citizen = town.meta().citizens().withPhone("Kein Emoji " + text.hashCode());
        String id = writes(citizen);

        ApiClient.Answer answer = town.api().react(id, first(id), text);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("not-an-emoji");
        assertThat(reactions(citizen)).isEmpty();
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(strings = {"", "kein json", "{}", "{\"emoji\":null}", "{\"emoji\":[\"👍\"]}", "[]"})
    void aBodyWithoutAnEmojiIsABadRequest(String body) {
        String id = writes(town.meta().citizens().withPhone("Unfug " + body.hashCode()));

        assertThat(town.api().reactWith(id, first(id), body).status()).isEqualTo(400);
    }

    @Test
    void onlyACitizensMessageOfThisEnquiryTakesAnEmoji() {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion Frieda");
        String id = writes(citizen);
        String other = writes(town.meta().citizens().withPhone("Reaktion Gustav"));
        String answer = town.api()
                .reply(id, "key", "Wir kümmern uns.")
                .body()
                .path("id")
                .asText();

        assertThat(town.api().react(id, answer, "👍").status()).isEqualTo(404);
        assertThat(town.api().react(id, first(other), "👍").status()).isEqualTo(404);
        assertThat(town.api().react(id, "x", "👍").status()).isEqualTo(404);
        assertThat(reactions(citizen)).isEmpty();
    }

    @Test
    void afterTwentyFourHoursTheServerRefuses() {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion Hanna");
        Instant yesterday = town.town().clock().instant().minus(Duration.ofHours(25));
        town.meta().send(citizen, CitizenMessage.text("gestern").at(yesterday));
        String id = await.enquiry(citizen);

        ApiClient.Answer answer = town.api().react(id, first(id), "👍");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("window-closed");
        assertThat(reactions(citizen)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAIR_LIMIT", "STATUS_5XX"})
    void whatWhatsAppDoesNotTakeIsNotShown(FaultKind faultKind) {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion " + faultKind);
        String id = writes(citizen);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, faultKind));

        ApiClient.Answer answer = town.api().react(id, first(id), "👍");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.problem()).isEqualTo("not-taken");
        assertThat(shown(id)).isEmpty();
        assertThat(town.api().react(id, first(id), "👍").status()).isEqualTo(200);
        assertThat(shown(id)).isEqualTo("👍");
    }

    @Test
    void whatDidNotArriveAfterAllIsShownNoMore() {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion Ida");
        String id = writes(citizen);
        town.meta().faults().add(Fault.once(FaultPoint.STATUS_WEBHOOK, FaultKind.DELAY));
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.FAILED));

        assertThat(town.api()
                        .react(id, first(id), "👍")
                        .body()
                        .path("townReaction")
                        .asText())
                .isEqualTo("👍");

        Awaitility.await().until(() -> shown(id).isEmpty());
    }

    @Test
    void theFailureOfAnEarlierEmojiTakesNoLaterOneAway() {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion Jakob");
        String id = writes(citizen);
        town.meta().faults().add(Fault.once(FaultPoint.STATUS_WEBHOOK, FaultKind.DELAY));
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.FAILED));
        town.api().react(id, first(id), "👍");

        town.api().react(id, first(id), "❤️");
        await.delivered();

        assertThat(shown(id)).isEqualTo("❤️");
    }

    @Test
    void theEmojiLiesSealedInTheTable() {
        Citizen citizen = town.meta().citizens().withPhone("Reaktion Klara");
        String id = writes(citizen);

        town.api().react(id, first(id), "🦔");

        assertThat(town.items().toString()).doesNotContain("🦔");
        assertThat(town.town().log()).noneMatch(line -> line.text().contains("🦔"));
        town.api().resolve(id);
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    private String writes(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        await.chat(citizen, chat -> chat.stream().anyMatch(bubble -> !bubble.fromCitizen()));
        await.delivered();
        return id;
    }

    /** The id of the enquiry's first message. */
    private String first(String enquiry) {
        return town.api().messages(enquiry).getFirst().path("id").asText();
    }

    private String shown(String enquiry) {
        return town.api().messages(enquiry).getFirst().path("townReaction").asText();
    }

    private ChatMessage own(Citizen citizen) {
        return town.meta().conversation(citizen).stream()
                .filter(ChatMessage::fromCitizen)
                .findFirst()
                .orElseThrow();
    }

    private List<ChatMessage> reactions(Citizen citizen) {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> !bubble.fromCitizen() && bubble.kind().equals("reaction"))
                .toList();
    }
}
