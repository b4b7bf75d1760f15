package org.sprechstunde.acceptance.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sprechstunde.acceptance.simulation.History.Retention;
import org.sprechstunde.acceptance.simulation.SimulatedWhatsApp.Sent;
import org.sprechstunde.store.ItemKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What happens in the simulated town, each a flow of one actor: people's doings, and here those of machines. */
final class TownFlows {
    final CitizenFlows citizens;
    final MayorFlows mayor;

    private final SimulatedWorld world;
    private final History history;
    private final Random random;

    TownFlows(SimulatedWorld world, History history, Random random) {
        this.world = world;
        this.history = history;
        this.random = random;
        this.citizens = new CitizenFlows(world, history, random);
        this.mayor = new MayorFlows(world, history, random);
    }

    /** The stream brings each task that nobody has begun: in batches, out of order, some of it twice. */
    void stream() {
        List<ItemKey> keys = new ArrayList<>();
        for (Map<String, AttributeValue> item : world.items()) {
            if (SimulatedWorld.text(item, "sk").startsWith("TASK#")
                    && SimulatedWorld.text(item, "attempts").equals("0")) {
                keys.add(ItemKey.of(item));
            }
        }
        if (history.residents.size() > 1 && !keys.isEmpty()) {
            keys.add(keys.get(random.nextInt(keys.size())));
            Collections.shuffle(keys, random);
        }
        int batch = history.residents.size();
        for (int from = 0; from < keys.size(); from += batch) {
            world.functions().tasks(keys.subList(from, Math.min(keys.size(), from + batch)));
        }
    }

    void sweeps(boolean leftovers) {
        world.functions().sweep(leftovers);
    }

    /** What was settled is looked for once more, and its line and the day's signature come into the log of erasures. */
    void looksAgain() {
        mayor.resolves();
        timePasses(Duration.ofMinutes(21));
        sweeps(true);
    }

    /** Over one limit or another, in the middle of whatever is going on. */
    void timePasses() {
        List<Duration> leaps = List.of(
                Duration.ofMinutes(20),
                Duration.ofHours(25),
                Duration.ofDays(6),
                Duration.ofDays(26),
                Duration.ofDays(31),
                Duration.ofDays(84));
        timePasses(leaps.get(random.nextInt(leaps.size())));
    }

    void timePasses(Duration leap) {
        world.advance(leap);
        if (leap.compareTo(Duration.ofDays(3)) > 0) {
            history.residents.forEach(resident -> resident.ended = true);
        }
    }

    /** DynamoDB deletes what has had its time, when it likes. */
    void timeToLive() {
        history.timeToLive = true;
        world.timeToLive(random);
    }

    /** The town sets another retention. */
    void deploys() {
        history.retention = Retention.SHORT;
        world.deploy(List.of(Retention.values()).get(random.nextInt(2)));
    }

    /** WhatsApp says what became of an answer, in any order. */
    void hears() {
        if (answers().isEmpty()) {
            mayor.replies();
            mayor.page.opensAll();
        }
        List<Sent> answers = answers();
        if (!answers.isEmpty()) {
            Sent answer = answers.get(random.nextInt(answers.size()));
            List<String> states = new ArrayList<>(List.of("sent", "delivered", "read"));
            Collections.shuffle(states, random);
            String callback = world.graph().habits().tellsNoCallbackData() ? "" : answer.callback();
            states.forEach(state -> citizens.post(SignedWebhooks.status(
                    answer.wamid(), callback, answer.to(), state, world.now().getEpochSecond())));
        }
    }

    /** The mayor's; how far an answer to a citizen's word has come, nobody asks. */
    private List<Sent> answers() {
        return world.graph().sent().stream()
                .filter(sent ->
                        sent.text().startsWith("Antwort") && !sent.callback().isEmpty())
                .toList();
    }
}
