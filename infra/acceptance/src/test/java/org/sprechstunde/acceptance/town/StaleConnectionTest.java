package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.variants.Variant;

/**
 * WhatsApp's end closes connections that lie idle, and a function that was frozen meanwhile finds out with its next call.
 * Once the mayor's answer was lost that way, and every farewell, greeting and sign.
 */
@OwnTown
@InTown
final class StaleConnectionTest {
    private final TestTown town;
    private final Await await;

    StaleConnectionTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @BeforeEach
    void closeWhatLiesIdle() {
        town.meta().variants().only(Variant.DEAD_WHEN_REUSED);
    }

    @AfterEach
    void mend() {
        town.meta().variants().only();
    }

    @Test
    void oneAnswerAfterTheOtherGoesOut() {
        Citizen citizen = town.meta().citizens().withPhone("Verbindung Anna");
        String id = writes(citizen);

        for (int number = 1; number <= 4; number++) {
            ApiClient.Answer answer = town.api().reply(id, "key-" + number, "Antwort " + number);
            assertThat(answer.body().at("/delivery/state").asText()).isEqualTo("accepted");
        }

        await.chat(citizen, _ -> said(citizen, "Antwort") == 4);
        assertThat(said(citizen, "Antwort")).isEqualTo(4);
    }

    @Test
    void everybodyIsGreetedAndTakenLeaveOf() {
        for (int number = 1; number <= 4; number++) {
            Citizen citizen = town.meta().citizens().withPhone("Verbindung Nummer " + number);
            String id = writes(citizen);

            var answers = town.api().resolve(id).body().path("whatsapp");

            assertThat(answers.path("farewell").asText()).isEqualTo("done");
            assertThat(answers.path("contactBook").asText()).isEqualTo("done");
            assertThat(said(citizen, "Ein Mensch liest sie")).isEqualTo(1);
        }
    }

    /** The greeting comes once the message is stored. */
    private String writes(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        Awaitility.await().until(() -> said(citizen, "Ein Mensch liest sie") == 1);
        await.delivered();
        return id;
    }

    private long said(Citizen citizen, String beginning) {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> !bubble.fromCitizen())
                .filter(bubble -> bubble.content().path("body").asText().contains(beginning))
                .count();
    }
}
