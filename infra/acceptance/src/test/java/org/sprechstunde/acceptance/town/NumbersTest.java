package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The town's numbers: each enquiry that has ended is counted once, and nobody learns anything of one. */
@OwnTown
@InTown
final class NumbersTest {
    private final TestTown town;
    private final Await await;

    NumbersTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void whatHasEndedIsCountedOnceAndShownWhenItsMonthIsOver() {
        for (int number = 0; number < 10; number++) {
            ends(town.meta().citizens().withPhone("Zahl " + number), true);
        }
        Citizen one = town.meta().citizens().withPhone("Zahl ohne Antwort");
        town.meta().sendText(one, "Noch etwas");
        ends(one, false);
        String open = writes(town.meta().citizens().withPhone("Noch offen"));
        assertThat(counted()).isEmpty();

        secondLook();
        Map<String, Long> once = counted();
        secondLook();

        assertThat(once)
                .containsEntry("enquiries", 11L)
                .containsEntry("end mayor", 11L)
                .containsEntry("inbound", 12L)
                .containsEntry("outbound", 10L)
                .containsEntry("kind text", 11L)
                .containsEntry("answered 0", 10L)
                .containsEntry("inWindow", 10L);
        assertThat(counted()).isEqualTo(once);
        assertThat(months()).isEmpty();
        assertThat(town.items())
                .filteredOn(item -> TestTown.text(item, "sk").startsWith("WEEK#"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.toString()).doesNotContain(open));

        town.town().advance(Duration.ofDays(40));

        JsonNode month = months().get(0);
        assertThat(month.path("enquiries").asInt()).isEqualTo(11);
        assertThat(month.path("outbound").asInt()).isEqualTo(10);
        assertThat(month.path("medianHours").asInt()).isEqualTo(1);
        assertThat(month.path("mostHours").isNull()).isTrue();
        assertThat(month.path("files").isNull()).isTrue();
        // One without an answer would follow from eleven and ten.
        assertThat(month.path("inWindow").isNull()).isTrue();
        assertThat(month.at("/ends/mayor").isNull()).isTrue();
    }

    private void ends(Citizen citizen, boolean answered) {
        String id = writes(citizen);
        if (answered) {
            town.api().reply(id, "key", "Antwort");
        }
        assertThat(town.api().resolve(id).status()).isEqualTo(200);
    }

    private String writes(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        await.nothingIsAboutToBeSaid();
        return id;
    }

    /** When no upload can come any more. */
    private void secondLook() {
        town.town().advance(Duration.ofMinutes(25));
        town.sweep();
    }

    private Map<String, Long> counted() {
        Map<String, Long> sums = new TreeMap<>();
        for (Map<String, AttributeValue> item : town.items()) {
            if (TestTown.text(item, "sk").startsWith("WEEK#")) {
                item.forEach((name, value) -> {
                    if (value.n() != null && !name.equals("expiresAt")) {
                        sums.merge(name, Long.parseLong(value.n()), Long::sum);
                    }
                });
            }
        }
        return sums;
    }

    private JsonNode months() {
        return town.api().numbers().body().path("months");
    }
}
