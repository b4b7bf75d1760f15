package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;

/** Nothing is erased before the day that was told, and nothing that is written shortly before goes unread. */
@MovesTheClock
@InTown
final class RetentionTest {
    private static final Duration ALMOST_IDLE = Duration.ofDays(29);

    private final TestTown town;
    private final Await await;

    RetentionTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    @Tag("full")
    void whatIsWrittenShortlyBeforeTheEndOpensAnEnquiryThatLivesOnItsOwn() {
        Citizen citizen = town.meta().citizens().withPhone("Frist Anna");
        Citizen neighbour = town.meta().citizens().withPhone("Frist Bert");
        String first = daysBeforeItsEnd(citizen);
        String neighbours = opens(neighbour);
        Instant end = expires(first);

        town.meta().sendText(citizen, "vierzig Sekunden vor Schluss");
        await.delivered();
        new Chat(town, citizen).greeted(2);

        String second = await.enquiry(citizen, 1, other -> !other.equals(first));
        assertThat(texts(second)).containsExactly("vierzig Sekunden vor Schluss");
        assertThat(expires(second)).isAfter(Instant.now(town.town().clock()).plus(ALMOST_IDLE));
        assertThat(texts(first)).hasSize(4);
        assertThat(expires(first)).isEqualTo(end);
        assertThat(texts(neighbours)).containsExactly("Guten Tag");

        town.town().advance(Duration.between(Instant.now(town.town().clock()), end));
        town.sweep();

        assertThat(town.api().open(first).status()).isEqualTo(404);
        assertThat(texts(second)).containsExactly("vierzig Sekunden vor Schluss");
    }

    @Test
    void theFormerEnquiryCanStillBeAnsweredEditedAndResolved() {
        Citizen citizen = town.meta().citizens().withPhone("Frist Clara");
        String first = daysBeforeItsEnd(citizen);
        town.meta().sendText(citizen, "noch etwas");
        String second = await.enquiry(citizen, 1, other -> !other.equals(first));

        assertThat(town.api().reply(first, "key", "Zum Alten").status()).isEqualTo(409);
        assertThat(town.api().reply(second, "key", "Zum Neuen").status()).isEqualTo(201);
        assertThat(town.api().resolve(first, town.api().revision(first)).status())
                .isEqualTo(200);

        assertThat(town.api().open(first).status()).isEqualTo(404);
        assertThat(texts(second)).containsExactly("noch etwas", "Zum Neuen");
    }

    @Test
    void informationTellsOfBothAndErasureTakesBoth() {
        Citizen citizen = town.meta().citizens().withPhone("Frist Dora");
        String first = daysBeforeItsEnd(citizen);
        town.meta().sendText(citizen, "noch etwas");
        String second = await.enquiry(citizen, 1, other -> !other.equals(first));
        Chat chat = new Chat(town, citizen);

        assertThat(chat.write("AUSKUNFT")).singleElement().asString().contains("5 Nachrichten von Ihnen");
        assertThat(chat.tap(chat.askToErase())).singleElement().asString().contains("gelöscht");

        for (String enquiry : List.of(first, second)) {
            assertThat(town.api().open(enquiry).status()).isEqualTo(404);
            await().untilAsserted(
                            () -> assertThat(town.itemsOf(enquiry)).allMatch(key -> key.startsWith("TASK#forget#")));
        }
    }

    /** The town has set less since; the citizen was told the day that counted then. */
    @Test
    void aLowerLimitDoesNotTouchWhatWasOpenedBefore() {
        Citizen citizen = town.meta().citizens().withPhone("Frist Emil");
        String id = opens(citizen);
        Duration before = Duration.ofDays(365);
        Instant openedThen = Instant.now(town.town().clock()).minus(Duration.ofDays(200));
        town.change(id, Map.of("openedAt", openedThen.toEpochMilli(), "maximumSeconds", before.toSeconds()));

        town.meta().sendText(citizen, "gilt noch das Alte?");
        await.delivered();

        assertThat(await.enquiry(citizen, 2)).isEqualTo(id);
        assertThat(texts(id)).containsExactly("Guten Tag", "gilt noch das Alte?");
        assertThat(expires(id)).isAfter(Instant.now(town.town().clock()).plus(ALMOST_IDLE));
        town.api().resolve(id);
    }

    /** Opened, and written to again and again, until it has lived for all but some seconds of the 90 days. */
    private String daysBeforeItsEnd(Citizen citizen) {
        String id = opens(citizen);
        Instant latest = Instant.now(town.town().clock()).plus(Duration.ofDays(90));
        for (int month = 0; month < 2; month++) {
            town.town().advance(ALMOST_IDLE);
            town.meta().sendText(citizen, "Gibt es etwas Neues?");
            await.delivered();
        }
        town.town().advance(Duration.ofDays(24));
        town.meta().sendText(citizen, "Immer noch nichts?");
        await.enquiry(citizen, 4);
        town.town().advance(Duration.between(Instant.now(town.town().clock()), latest.minusSeconds(40)));
        return id;
    }

    private String opens(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        return await.enquiry(citizen);
    }

    private List<String> texts(String id) {
        return town.api().messages(id).stream()
                .map(message -> message.path("text").asText())
                .toList();
    }

    private Instant expires(String id) {
        JsonNode enquiry = town.api().open(id).body();
        return Instant.parse(enquiry.path("expiresAt").asText());
    }
}
