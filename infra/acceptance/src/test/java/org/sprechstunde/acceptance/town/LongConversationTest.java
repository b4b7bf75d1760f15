package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.emulator.chat.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** However much somebody writes, the mayor reads it: from the newest back, page by page, whole and in order. */
@InTown
final class LongConversationTest {
    private final TestTown town;
    private final Await await;

    LongConversationTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    static Stream<Arguments> conversations() {
        return Stream.of(
                Arguments.of("Viele Texte", 1_500, "kurz"),
                Arguments.of("Lange Texte", 110, "Ä".repeat(30_000)),
                Arguments.of("Lange Steuerzeichen", 30, "\u0001".repeat(48_000)),
                Arguments.of("Lange Striche", 12, "\\".repeat(150_000)));
    }

    @ParameterizedTest(name = "{0}")
    @Tag("full")
    @MethodSource("conversations")
    void itOpensAndEachOfItsMessagesIsReadOnce(String name, int count, String words) throws Exception {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().sendText(citizen, "der Anfang");
        String id = await.enquiry(citizen);
        new LargeEnquiry(town, id).fill(count, words);

        JsonNode newest = town.api().open(id).body();
        List<JsonNode> all = town.api().messages(id);

        assertThat(newest.path("messages").size()).isPositive().isLessThan(count);
        assertThat(all).hasSize(count + 1);
        assertThat(all)
                .extracting(message -> message.path("id").asText())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(all.getFirst().path("text").asText()).isEqualTo("der Anfang");
        assertThat(all.subList(1, all.size()))
                .allMatch(message -> message.path("text").asText().equals(words));
        assertThat(last(newest)).isEqualTo(all.getLast());
    }

    @Test
    @Tag("full")
    void whatIsStoredIsToldAndErasedAsAWhole() throws Exception {
        Citizen citizen = town.meta().citizens().withPhone("Lange Auskunft");
        town.meta().sendText(citizen, "der Anfang");
        String id = await.enquiry(citizen);
        new LargeEnquiry(town, id).fill(300, "noch etwas");
        Chat chat = new Chat(town, citizen);

        assertThat(chat.write("AUSKUNFT")).singleElement().asString().contains("301 Nachrichten von Ihnen");
        assertThat(chat.tap(chat.askToErase())).singleElement().asString().contains("gelöscht");

        assertThat(town.api().open(id).status()).isEqualTo(404);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> town.itemsOf(id).size() <= 1);
    }

    @Test
    void aPageBeforeAMessageThatIsGoneBeginsWhereItWas() throws Exception {
        Citizen citizen = town.meta().citizens().withPhone("Lange Lücke");
        town.meta().sendText(citizen, "der Anfang");
        String id = await.enquiry(citizen);
        new LargeEnquiry(town, id).fill(210, "noch etwas");
        String earlier = town.api().open(id).body().path("earlier").asText();
        town.town()
                .stores()
                .table()
                .deleteItem(request -> request.tableName(town.town().table())
                        .key(Map.of(
                                "pk", AttributeValue.fromS("ENQUIRY#" + id),
                                "sk", AttributeValue.fromS("MESSAGE#" + earlier))));

        JsonNode before = town.api().before(id, earlier).body();

        assertThat(before.path("messages").size()).isEqualTo(11);
        assertThat(before.path("earlier").isNull()).isTrue();
    }

    @Test
    void whatIsNoMessageIsRefused() {
        Citizen citizen = town.meta().citizens().withPhone("Lange Frage");
        town.meta().sendText(citizen, "der Anfang");
        String id = await.enquiry(citizen);

        assertThat(town.api().before(id, "gestern").status()).isEqualTo(400);
        assertThat(town.api().before(id, "").status()).isEqualTo(400);
    }

    private static JsonNode last(JsonNode enquiry) {
        return enquiry.path("messages").get(enquiry.path("messages").size() - 1);
    }
}
