package org.sprechstunde.acceptance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.simulation.History.Retention;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Letter;
import org.sprechstunde.local.template.FunctionSpec;
import org.sprechstunde.local.template.TownTemplate;
import org.sprechstunde.repository.Repository;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Mistakes that the end of a schedule does not show, though a step on the way does. */
final class SingleStepsTest {
    private static Emulators emulators;
    private static SimulatedWorld world;

    private final History history = new History(1);
    private final Resident resident = history.residents.getFirst();
    private TownFlows town;

    @BeforeAll
    static void start() throws Exception {
        emulators = new Emulators();
        world = new SimulatedWorld(emulators, 0);
    }

    @AfterAll
    static void stop() {
        emulators.close();
    }

    @BeforeEach
    void restart() {
        world.restart(1);
        town = new TownFlows(world, history, new Random(1));
    }

    /** WhatsApp notes down whom it sends anything to. */
    @Test
    void theContactBookIsClearedAfterTheLastWordWasSaid() {
        town.citizens.writes(resident, true);
        // With all their ids: the contact book knows them by the user id.
        delivers("0", message -> message.put("type", "text").putObject("text").put("body", "Guten Tag"));
        town.stream();
        int before = world.graph().calls().size();

        town.mayor.resolves();

        List<String> calls = world.graph().calls();
        assertThat(calls.subList(before, calls.size()))
                .contains("POST messages")
                .endsWith("DELETE contact_book");
    }

    /** Else a second would begin what the first is still doing. */
    @Test
    void aTaskThatWasBegunIsNobodyElsesForLongerThanAnyFunctionLasts() throws Exception {
        Duration longest =
                TownTemplate.read(Repository.file("template.yaml"), SimulatedWorld.TEMPLATE).functions().stream()
                        .map(FunctionSpec::timeout)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        List<Duration> claims = new ArrayList<>();

        for (int at = 0; at < 8; at++) {
            world.restart(1);
            town.citizens.writes(resident, false);
            StepScheduler scheduler = new StepScheduler(new Chance.Exact(CallFate.KILL, at, Chance.NEVER), () -> {});
            scheduler.add("first STREAM", town::stream);
            scheduler.run();
            claims.addAll(claims());
        }

        assertThat(claims).isNotEmpty().allMatch(claim -> claim.compareTo(longest) > 0);
    }

    /** How long from now the tasks that were begun are left alone. */
    private static List<Duration> claims() {
        return world.items().stream()
                .filter(item -> SimulatedWorld.text(item, "sk").startsWith("TASK#"))
                .filter(item -> !SimulatedWorld.text(item, "attempts").equals("0"))
                .map(item -> Instant.ofEpochMilli(Long.parseLong(SimulatedWorld.text(item, "at"))))
                .map(due -> Duration.between(world.now(), due))
                .toList();
    }

    @Test
    void aReactionOnAnEnquiryWhoseTimeIsOverChangesNothing() {
        world.deploy(Retention.SHORT);
        town.citizens.writes(resident, false);
        town.stream();
        Letter letter = history.letters.values().iterator().next();

        react(letter, "1");
        assertThat(world.items()).anyMatch(item -> item.containsKey("reaction"));
        world.advance(Duration.ofDays(8));
        List<Map<String, AttributeValue>> before = world.items();
        react(letter, "2");

        assertThat(world.items()).containsExactlyInAnyOrderElementsOf(before);
    }

    private void react(Letter letter, String number) {
        delivers(
                number,
                message -> message.put("type", "reaction")
                        .putObject("reaction")
                        .put("message_id", letter.wamid(false))
                        .put("emoji", "👍"));
    }

    private void delivers(String number, Consumer<ObjectNode> content) {
        String wamid = SignedWebhooks.wamid(resident.citizen().phone(), "%020X".formatted(Long.parseLong(number)));
        String body = SignedWebhooks.body(resident.citizen(), wamid, world.now().getEpochSecond(), content);
        assertThat(world.functions().webhook(body).status()).isEqualTo(200);
    }
}
