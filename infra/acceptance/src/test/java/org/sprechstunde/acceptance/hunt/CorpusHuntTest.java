package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.build.Seed;
import org.sprechstunde.emulator.chat.WamidFactory;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The whole corpus comes to the running town: all of it is taken, and nothing of it stands openly anywhere. */
@Tag("full")
final class CorpusHuntTest {
    private static final long SEED = Seed.of("corpus");
    private static final int LARGEST_GROUP = 20;
    private static final int TRIES = 12;

    private final LocalTown town = LocalTown.start(Options.forTest());
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<CorpusBodies.Delivery> all = CorpusBodies.all();

    @AfterEach
    void stop() {
        town.close();
        http.close();
    }

    @Test
    void oneByOneEachIsAnsweredAndStoredAsExpectedAndNothingOfItStandsOpenly() throws Exception {
        for (CorpusBodies.Delivery delivery : all) {
            // What WhatsApp still tells of the town's answers to the one before may itself become a message.
            assertThat(town.meta().awaitDelivered(Duration.ofSeconds(20))).isTrue();
            long before = stored();

            assertThat(deliver(delivery.body())).as(delivery.name()).isEqualTo(delivery.isWebhook() ? 200 : 400);

            if (delivery.onlyWrites()) {
                assertThat(stored() - before).as(delivery.name()).isEqualTo(messages(delivery.expected()));
            }
        }
        assertNothingStandsOpenly();
    }

    @Test
    void inOneBodyAndThenInGroupsEachIsTakenOnceAndNothingOfItStandsOpenly() throws Exception {
        Random random = new Random(SEED);
        List<CorpusBodies.Delivery> webhooks = new ArrayList<>(
                all.stream().filter(CorpusBodies.Delivery::isWebhook).toList());
        Collections.shuffle(webhooks, random);
        long written = webhooks.stream()
                .filter(CorpusBodies.Delivery::onlyWrites)
                .mapToLong(delivery -> messages(delivery.expected()))
                .sum();

        deliverUntilTaken(together(webhooks));
        long stored = stored();
        while (!webhooks.isEmpty()) {
            List<CorpusBodies.Delivery> group =
                    webhooks.subList(0, Math.min(webhooks.size(), 1 + random.nextInt(LARGEST_GROUP)));
            deliverUntilTaken(together(group));
            group.clear();
        }

        assertThat(stored).as("seed %d", SEED).isGreaterThanOrEqualTo(written);
        assertThat(stored()).as("nothing is stored twice, seed %d", SEED).isEqualTo(stored);
        assertNothingStandsOpenly();
    }

    /** The tasks that follow have had their turn, too. */
    private void assertNothingStandsOpenly() {
        await().atMost(Duration.ofMinutes(2)).until(() -> items("TASK#greet#").isEmpty());
        town.invoke("SweepFunction", "{\"detail-type\":\"Scheduled Event\"}");
        var search = new CanarySearch(Telltale.in(all));

        var report = search.in(List.of(
                Places.log(town::log),
                Places.metrics(town::log),
                Places.table(town.stores().table(), town.table())));

        assertThat(report.canaries()).isGreaterThan(1000);
        assertThat(report.searched()).allMatch(place -> place.bytes() > 0);
        assertThat(report.findings()).isEmpty();
    }

    /** So much at once may take a slow machine longer than a call may; WhatsApp brings it again, and each time less is left. */
    private void deliverUntilTaken(JsonNode body) throws Exception {
        List<Integer> answers = new ArrayList<>();
        do {
            answers.add(deliver(body));
        } while (answers.getLast() != 200 && answers.size() < TRIES);
        assertThat(answers.getLast()).as("answers %s", answers).isEqualTo(200);
    }

    private int deliver(JsonNode body) throws Exception {
        byte[] bytes = body.toString().getBytes(UTF_8);
        URI webhook = town.webhook();
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .header("x-hub-signature-256", "sha256=" + Strangers.signature(bytes, HuntTown.APP_SECRET))
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** How many messages of its own a delivery has: one that comes under both of its ids is one. */
    private static long messages(JsonNode expected) {
        return StreamSupport.stream(expected.path("messages").spliterator(), false)
                .map(message -> message.path("id").asText())
                .map(id -> WamidFactory.parse(id).map(WamidFactory::token).orElse(id))
                .distinct()
                .count();
    }

    private static JsonNode together(List<CorpusBodies.Delivery> deliveries) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "whatsapp_business_account");
        ArrayNode entries = body.putArray("entry");
        deliveries.forEach(delivery -> delivery.body().path("entry").forEach(entries::add));
        return body;
    }

    private long stored() {
        return items("MESSAGE#").size();
    }

    private List<Map<String, AttributeValue>> items(String sortKey) {
        return town
                .stores()
                .table()
                .scanPaginator(scan -> scan.tableName(town.table()).consistentRead(true))
                .items()
                .stream()
                .filter(item -> Objects.requireNonNull(item.get("sk")).s().startsWith(sortKey))
                .toList();
    }
}
