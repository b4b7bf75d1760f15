package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.town.ApiClient.Answer;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Several people at one desk: who does what is said by name, nobody runs into anybody, and all of it goes with the enquiry. */
@OwnTown
@InTown
final class ColleaguesTest {
    private static final String ANNA = "Anna Amtmann";
    private static final String BERND = "Bernd Beigeordneter";

    private final TestTown town;
    private final Await await;
    private final Map<String, Citizen> citizens = new HashMap<>();
    private final ApiClient anna;
    private final ApiClient bernd;

    ColleaguesTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
        this.anna = town.api().as(town.town().tokenOf(ANNA));
        this.bernd = town.api().as(town.town().tokenOf(BERND));
    }

    @Test
    void anAnswerSaysWhoWroteIt() {
        String id = writes("Is Answered");

        anna.reply(id, "key-1", "Der Bauhof kommt.", revision(id));

        JsonNode last = bernd.open(id).body().path("messages").get(1);
        assertThat(last.at("/author/name").asText()).isEqualTo(ANNA);
        assertThat(bernd.open(id).body().at("/answeredBy/name").asText()).isEqualTo(ANNA);
    }

    @Test
    void whoHasNotSeenAColleaguesAnswerIsStoppedAndWhoHasIsNot() {
        String id = writes("Is Answered Twice");
        long seen = revision(id);
        anna.reply(id, "key-1", "Ja.", seen);

        Answer blind = bernd.reply(id, "key-2", "Nein.", seen);

        assertThat(blind.status()).isEqualTo(409);
        assertThat(blind.problem()).isEqualTo("answered");
        assertThat(bernd.reply(id, "key-2", "Nein, doch nicht.", revision(id)).status())
                .isEqualTo(201);
        assertThat(told("Is Answered Twice")).noneMatch(words -> words.contains("\"Nein.\""));
    }

    @Test
    void whoAnswersTwiceInARowRunsIntoNobody() {
        String id = writes("Gets Two Answers");
        long seen = revision(id);
        anna.reply(id, "key-1", "Erstens.", seen);

        assertThat(anna.reply(id, "key-2", "Zweitens.", seen).status()).isEqualTo(201);
    }

    @Test
    void aRefusedAnswerUsesUpNoKey() {
        String id = writes("Keeps The Key");
        long seen = revision(id);
        anna.reply(id, "key-1", "Ja.", seen);
        bernd.reply(id, "key-2", "Auch ja.", seen);

        Answer again = bernd.reply(id, "key-2", "Auch ja.", revision(id));

        assertThat(again.status()).isEqualTo(201);
    }

    @Test
    void whoLooksIsSeenByOthersAndNotByThemselves() {
        String id = writes("Is Looked At");
        anna.look(id, "reading");

        assertThat(present(bernd.look(id, "reading"))).containsExactly("reading " + ANNA);
        assertThat(present(anna.look(id, "reading"))).containsExactly("reading " + BERND);
        anna.look(id, "writing");
        assertThat(present(bernd.look(id, "reading"))).containsExactly("writing " + ANNA);
        anna.look(id, "left");
        assertThat(present(bernd.look(id, "reading"))).isEmpty();
    }

    @Test
    void whoOnlyLooksWithoutSayingSoIsNotWrittenDown() {
        String id = writes("Is Opened");

        anna.open(id);

        assertThat(pointer(id)).doesNotContainKey("present");
    }

    @Test
    void presenceIsWrittenDownOnlyEveryTenSeconds() {
        String id = writes("Is Looked At Often");
        anna.look(id, "reading");
        AttributeValue before = pointer(id).get("present");

        anna.look(id, "reading");
        anna.look(id, "reading");

        assertThat(pointer(id).get("present")).isEqualTo(before);
    }

    @Test
    void whoCannotBeUnderstoodIsRefused() {
        String id = writes("Is Not Understood");

        assertThat(anna.look(id, "sleeping").status()).isEqualTo(400);
    }

    @Test
    void aNoteIsReadByColleaguesAndNeverSent() {
        String id = writes("Has A Note");

        assertThat(anna.note(id, "Der Bauhof weiß Bescheid.", 0).status()).isEqualTo(204);

        JsonNode note = bernd.open(id).body().path("note");
        assertThat(note.path("text").asText()).isEqualTo("Der Bauhof weiß Bescheid.");
        assertThat(note.at("/by/name").asText()).isEqualTo(ANNA);
        assertThat(told("Has A Note")).isNotEmpty().noneMatch(words -> words.contains("Bauhof weiß"));
    }

    @Test
    void aNoteThatSomebodyElseHasWrittenMeanwhileIsReadFirst() {
        String id = writes("Has Two Notes");
        anna.note(id, "Eins", 0);

        Answer blind = bernd.note(id, "Zwei", 0);

        assertThat(blind.problem()).isEqualTo("note-changed");
        assertThat(bernd.note(id, "Eins und zwei", 1).status()).isEqualTo(204);
        assertThat(anna.open(id).body().at("/note/text").asText()).isEqualTo("Eins und zwei");
    }

    @Test
    void anEnquiryIsHandedToWhoeverHasLoggedIn() {
        String id = writes("Is Handed Over");
        String berndsId = bernd.introduce("{}").body().at("/me/id").asText();

        assertThat(anna.introduce("{}").body().path("people").findValuesAsText("name"))
                .contains(ANNA, BERND);
        assertThat(anna.assign(id, "{\"person\": \"" + berndsId + "\"}").status())
                .isEqualTo(204);
        assertThat(summary(id).at("/assigned/name").asText()).isEqualTo(BERND);
        assertThat(bernd.assign(id, "{}").status()).isEqualTo(204);
        assertThat(summary(id).has("assigned")).isFalse();
        assertThat(anna.assign(id, "{\"person\": \"0123456789abcdef\"}").problem())
                .isEqualTo("unknown-person");
    }

    @Test
    void whatTheLoginSaysIsBelievedAndWhereItIsSilentWhatItsOwnerSays() {
        assertThat(anna.introduce("{\"name\": \"Jemand anders\"}")
                        .body()
                        .at("/me/name")
                        .asText())
                .isEqualTo(ANNA);

        JsonNode silent = town.api()
                .introduce("{\"name\": \"  Die Bürgermeisterin\\u202e \"}")
                .body();

        assertThat(silent.at("/me/name").asText()).isEqualTo("Die Bürgermeisterin");
        assertThat(town.api().introduce("{}").body().at("/me/name").asText()).isEqualTo("Die Bürgermeisterin");
    }

    @Test
    void nobodyPassesForAColleagueBySayingTheirName() {
        anna.introduce("{}");

        JsonNode answer = town.api().introduce("{\"name\": \"anna  AMTMANN\"}").body();

        assertThat(answer.at("/me/name").asText()).isEqualTo("anna  AMTMANN (2)");
        assertThat(anna.introduce("{}").body().at("/me/name").asText()).isEqualTo(ANNA);
    }

    @Test
    void whoHasPostponedItIsSaid() {
        String id = writes("Is Postponed");
        Instant until = Instant.now().plus(Duration.ofHours(2));

        anna.postponeWith(id, "{\"until\": \"%s\", \"revision\": %d}".formatted(until, revision(id)));

        assertThat(summary(id).at("/postponedBy/name").asText()).isEqualTo(ANNA);
    }

    @Test
    void whoHasResolvedItIsSaidToWhoeverHadItOpen() {
        String id = writes("Is Resolved");
        anna.resolve(id, revision(id));

        assertThat(bernd.resolve(id, "{}").body().at("/resolvedBy/name").asText())
                .isEqualTo(ANNA);
    }

    @Test
    void allOfItIsSealedAndGoesWithTheEnquiry() {
        String id = writes("Is Forgotten");
        String annasId = anna.introduce("{}").body().at("/me/id").asText();
        anna.look(id, "writing");
        anna.note(id, "Vertraulich: Notizkanarie", 0);
        anna.assign(id, "{\"person\": \"" + annasId + "\"}");
        anna.reply(id, "key-1", "Antwort", revision(id));
        anna.postponeWith(
                id,
                "{\"until\": \"%s\", \"revision\": %d}"
                        .formatted(Instant.now().plus(Duration.ofHours(2)), revision(id)));
        assertThat(legible()).doesNotContain(ANNA, "Notizkanarie");

        anna.resolve(id);

        assertThat(town.itemsOf(id)).allMatch(sk -> sk.startsWith("TASK#forget#"));
        bernd.look(id, "writing");
        assertThat(bernd.note(id, "Zu spät", 1).status()).isEqualTo(404);
        assertThat(bernd.assign(id, "{}").status()).isEqualTo(404);
        assertThat(town.itemsOf(id)).allMatch(sk -> sk.startsWith("TASK#forget#"));
    }

    private List<String> told(String name) {
        return town.meta().conversation(Objects.requireNonNull(citizens.get(name))).stream()
                .map(message -> message.content().toString())
                .toList();
    }

    private String writes(String name) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        citizens.put(name, citizen);
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        await.nothingIsAboutToBeSaid();
        return id;
    }

    private long revision(String id) {
        return anna.revision(id);
    }

    private JsonNode summary(String id) {
        return bernd.list()
                .body()
                .path("enquiries")
                .valueStream()
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> present(Answer answer) {
        return answer
                .response()
                .headers()
                .firstValue("present")
                .map(words -> new String(Base64.getUrlDecoder().decode(words), StandardCharsets.UTF_8))
                .map(ColleaguesTest::json)
                .stream()
                .flatMap(JsonNode::valueStream)
                .map(each ->
                        each.path("doing").asText() + " " + each.path("name").asText())
                .toList();
    }

    private static JsonNode json(String words) {
        return Json.read(words);
    }

    private Map<String, AttributeValue> pointer(String id) {
        return town.items().stream()
                .filter(item -> TestTown.text(item, "pk").equals("ENQUIRY#" + id)
                        && TestTown.text(item, "sk").equals("CITIZEN"))
                .findFirst()
                .orElseThrow();
    }

    /** All that can be read by whoever reads the table. */
    private String legible() {
        StringBuilder words = new StringBuilder();
        for (Map<String, AttributeValue> item : town.items()) {
            item.values()
                    .forEach(value -> words.append(
                            value.b() == null ? value.toString() : value.b().asString(StandardCharsets.ISO_8859_1)));
        }
        return words.toString();
    }
}
