package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.DeliveryTick;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.graph.RecordedCall;
import org.sprechstunde.local.Options;

/** What the citizen is told of the mayor's doing, as far as the town wants it; and nothing hangs on it. */
@OwnTown
@InTown
final class SignsTest {
    private final TestTown town;
    private final Await await;

    SignsTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    void readTurnsTheCitizensTicksBlueAlsoBehindAnAnswer() {
        Citizen citizen = town.meta().citizens().withPhone("Zeichen Anna");
        town.meta().sendText(citizen, "erste");
        town.meta().sendText(citizen, "zweite");
        String id = await.enquiry(citizen, 2);
        for (int number = 0; number < 12; number++) {
            town.api().reply(id, "key-" + number, "Antwort " + number);
        }

        ApiClient.Answer answer = town.api().sign(id, "read");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.response().body()).isEmpty();
        assertThat(town.meta().conversation(citizen).stream().filter(ChatMessage::fromCitizen))
                .extracting(ChatMessage::tick)
                .containsExactly(DeliveryTick.READ, DeliveryTick.READ);
    }

    @ParameterizedTest
    @CsvSource({"none, 0, 0", "read, 1, 0", "typing, 1, 1"})
    void theTownDecidesWhatIsTold(String wanted, int read, int typing) {
        try (TestTown other = TestTown.start(Options.forTest().withParameter("Signs", wanted))) {
            Citizen citizen = other.meta().citizens().withPhone("Zeichen " + wanted);
            other.meta().sendText(citizen, "Guten Tag");
            String id = new Await(other).enquiry(citizen);

            assertThat(other.api().sign(id, "read").status()).isEqualTo(204);
            assertThat(receipts(other)).hasSize(read);
            assertThat(other.api().sign(id, "typing").status()).isEqualTo(204);

            assertThat(receipts(other)).hasSize(read + typing);
            assertThat(receipts(other).stream()
                            .filter(body ->
                                    body.at("/typing_indicator/type").asText().equals("text")))
                    .hasSize(typing);
            JsonNode configuration = ApiClient.json(
                    ApiClient.fetch(other.town().page().resolve("/config.json")).body());
            assertThat(configuration.path("signs").asText()).isEqualTo(wanted);
        }
    }

    @Test
    void nothingIsStored() {
        String id = writes("Zeichen Clara");
        var before = town.items();

        town.api().sign(id, "read");

        assertThat(town.items()).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS_5XX", "RATE_LIMIT", "DROP_AFTER_ACCEPT"})
    void whetherWhatsAppTakesItIsNotTheMayorsWorry(FaultKind faultKind) {
        String id = writes("Zeichen " + faultKind);
        town.meta().faults().add(Fault.once(FaultPoint.READ_RECEIPT, faultKind));

        assertThat(town.api().sign(id, "read").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"sign\":\"seen\"}", "{\"sign\":1}", "[]", "{\"sign\":\"READ\"}"})
    void anUnknownSignIsABadRequest(String body) {
        assertThat(town.api()
                        .signWith(writes("Unsinn " + body.hashCode()), body)
                        .status())
                .isEqualTo(400);
    }

    private String writes(String name) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        await.chat(citizen, chat -> chat.stream().anyMatch(bubble -> !bubble.fromCitizen()));
        await.delivered();
        return id;
    }

    private static List<JsonNode> receipts(TestTown town) {
        return town.meta().calls().stream()
                .map(RecordedCall::body)
                .filter(body -> body.path("status").asText().equals("read"))
                .toList();
    }
}
