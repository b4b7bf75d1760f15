package org.sprechstunde.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.delivery.Ledger.Verdict;
import org.sprechstunde.acceptance.delivery.RandomWebhooks.Webhook;
import org.sprechstunde.acceptance.repository.Repository;
import org.sprechstunde.acceptance.repository.Seed;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.local.output.RoutedOutput;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * WhatsApp delivers while the store fails and functions die. {@code -Ddelivery.seed=…} gives the same webhooks again (what
 * meets at the same time is the machine's business), {@code -Ddelivery.webhooks=…} fewer or more of them; {@code -Pfull}
 * sends 5,000.
 */
@Order(2)
final class DeliveryTest {
    private static final int WEBHOOKS = Integer.getInteger("delivery.webhooks", 500);
    private static final long SEED = Seed.of("delivery");

    private final Ticking clock = new Ticking();
    private final Ledger ledger = new Ledger();

    @Test
    void nothingIsLostOrDoubledAndEachCitizensMessagesStandInOrder() throws Exception {
        SdkHttpClient store = DynamoDbLocal.inProcess(Repository.file("infra/local"));
        DeliveryTown town = new DeliveryTown(clock);
        town.provision(store);
        var webhooks =
                new RandomWebhooks(new Random(SEED), WEBHOOKS, clock.instant().minus(Duration.ofHours(1)));
        List<Webhook> all = webhooks.shuffled(WEBHOOKS);
        var mishaps = new Mishaps(store, Mishaps.BAD, SEED);
        var webhookDeliverer = new WebhookDeliverer(town, mishaps, ledger, clock);

        long start = System.nanoTime();
        RoutedOutput.listening(_ -> {}, () -> webhookDeliverer.deliver(all));
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        Verdict verdict = ledger.judge(webhooks.sent(), town.shown(store));
        say(webhookDeliverer, mishaps, webhooks, took);
        write(webhookDeliverer, mishaps, webhooks, verdict, took);
        assertThat(verdict).as("seed %d, %d webhooks", SEED, WEBHOOKS).isEqualTo(new Verdict(0, 0, 0, 0));
        assertThat(mishaps.failures()).as("calls that failed").isPositive();
        assertThat(mishaps.deaths()).as("functions that died").isPositive();
    }

    @SuppressWarnings("SystemOut")
    private static void say(
            WebhookDeliverer webhookDeliverer, Mishaps mishaps, RandomWebhooks webhooks, Duration took) {
        System.out.printf(
                "%nDelivery: seed %d: %d webhooks, %d messages, %d deliveries, %d calls of the store, %d failed, %d"
                        + " functions died, %d s%n",
                SEED,
                WEBHOOKS,
                webhooks.sent().size(),
                webhookDeliverer.attempts(),
                mishaps.calls(),
                mishaps.failures(),
                mishaps.deaths(),
                took.toSeconds());
    }

    private static void write(
            WebhookDeliverer webhookDeliverer, Mishaps mishaps, RandomWebhooks webhooks, Verdict verdict, Duration took)
            throws IOException {
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("seed", SEED)
                .put("webhooks", WEBHOOKS)
                .put("messages", webhooks.sent().size());
        figures.put("deliveries", webhookDeliverer.attempts()).put("storeCalls", mishaps.calls());
        figures.put("storeCallsFailed", mishaps.failures()).put("functionsDied", mishaps.deaths());
        figures.put("lost", verdict.lost()).put("doubled", verdict.doubled());
        figures.put("outOfOrder", verdict.outOfOrder()).put("seconds", took.toSeconds());
        Path file = Repository.file("infra/acceptance/target/forgetting/delivery.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }
}
