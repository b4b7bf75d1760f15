package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;

/** After a breach the log tells what a login has read and done, and nothing of whom. */
@OwnTown
@InTown
final class AccessTrailTest {
    private final TestTown town;

    AccessTrailTest(TestTown town) {
        this.town = town;
    }

    @Test
    void aLoginIsFollowedThroughTheLogWithoutAName() {
        Citizen citizen = town.meta().citizens().withPhone("Spur Anna");
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);
        int before = noted().size();

        town.api().open(id);
        town.api().reply(id, "key", "Guten Tag");
        town.api().resolve(id);
        town.api().open(id);
        town.api().open("nobody");

        List<JsonNode> noted = noted().stream()
                .skip(before)
                .filter(line -> !line.path("what").asText().equals("LISTED"))
                .toList();
        assertThat(noted)
                .extracting(line -> line.path("what").asText())
                .containsSubsequence("OPENED", "ANSWERED", "RESOLVED")
                .endsWith("RESOLVED");
        assertThat(noted)
                .allSatisfy(line -> assertThat(line.path("enquiry").asText()).isEqualTo(id))
                .allSatisfy(line -> assertThat(line.path("login").asText()).matches("[0-9a-f]{16}"));
        assertThat(noted.stream().map(line -> line.path("login").asText()).distinct())
                .hasSize(1);
        assertThat(noted.toString()).doesNotContain("Spur", citizen.phone().orElseThrow());
    }

    /** Whoever had it open is told what became of it, and has resolved nothing. */
    @Test
    void whoIsToldOfAnothersErasureHasNotResolved() {
        Citizen citizen = town.meta().citizens().withPhone("Spur Bernd");
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);
        ApiClient other = town.api().as(town.town().tokenOf("Bernd"));
        int before = noted().size();

        town.api().resolve(id);
        other.resolve(id);
        town.api().resolve(id);

        List<JsonNode> noted = noted().subList(before, noted().size());
        List<JsonNode> resolved = noted.stream()
                .filter(line -> line.path("what").asText().equals("RESOLVED"))
                .toList();
        assertThat(resolved).hasSize(2);
        assertThat(resolved.stream().map(line -> line.path("login").asText()).distinct())
                .hasSize(1);
        assertThat(noted)
                .extracting(line -> line.path("what").asText())
                .containsSubsequence("RESOLVED", "OPENED", "RESOLVED");
    }

    @Test
    void whoLooksAtTheListIsNotedToo() {
        town.api().list();

        assertThat(noted())
                .anySatisfy(line -> assertThat(line.path("what").asText()).isEqualTo("LISTED"));
    }

    private List<JsonNode> noted() {
        return town.town().log().stream()
                .map(line -> line.text())
                .filter(line -> line.contains("MAYOR_ACTED"))
                .map(line -> ApiClient.json(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
