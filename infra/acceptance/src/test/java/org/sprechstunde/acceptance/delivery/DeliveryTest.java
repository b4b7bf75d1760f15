package org.sprechstunde.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.build.SearchTime;
import org.sprechstunde.acceptance.build.Seed;
import org.sprechstunde.acceptance.delivery.Ledger.Verdict;
import org.sprechstunde.acceptance.delivery.RandomWebhooks.Webhook;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.local.output.RoutedOutput;
import org.sprechstunde.repository.Repository;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * WhatsApp delivers while the store fails and functions die, round by round, each in a town of its own. {@code -Ddelivery.seed=…}
 * gives the same webhooks again (what meets at the same time is the machine's business), {@code -Ddelivery.webhooks=…} fewer or more
 * of them; {@code -Pfull} sends up to 10,000, as many as {@link SearchTime} allows.
 */
@Order(SearchTime.LAST)
final class DeliveryTest {
    private static final int ROUND = 500;
    private static final int WEBHOOKS = Integer.getInteger("delivery.webhooks", ROUND);
    private static final long SEED = Seed.of("delivery");

    private final DeliveryFigures figures = new DeliveryFigures();

    @Test
    void nothingIsLostOrDoubledAndEachCitizensMessagesStandInOrder() throws Exception {
        for (int sent = 0; sent < WEBHOOKS && (sent == 0 || SearchTime.isLeft()); sent += ROUND) {
            round(SEED + sent, Math.min(ROUND, WEBHOOKS - sent));
        }

        figures.write(SEED);
        SearchTime.tell("webhooks", figures.webhooks(), WEBHOOKS);
        assertThat(figures.failures()).as("calls that failed").isPositive();
        assertThat(figures.deaths()).as("functions that died").isPositive();
    }

    private void round(long seed, int count) throws Exception {
        var clock = new Ticking();
        var ledger = new Ledger();
        SdkHttpClient store = DynamoDbLocal.inProcess(Repository.file("infra/local"));
        DeliveryTown town = new DeliveryTown(clock);
        town.provision(store);
        var webhooks =
                new RandomWebhooks(new Random(seed), count, clock.instant().minus(Duration.ofHours(1)));
        List<Webhook> all = webhooks.shuffled(count);
        var mishaps = new Mishaps(store, Mishaps.BAD, seed);
        var webhookDeliverer = new WebhookDeliverer(town, mishaps, ledger, clock);

        RoutedOutput.listening(_ -> {}, () -> webhookDeliverer.deliver(all));

        Verdict verdict = ledger.judge(webhooks.sent(), town.shown(store));
        figures.add(count, webhooks.sent().size(), webhookDeliverer.attempts(), mishaps);
        assertThat(verdict).as("seed %d, %d webhooks", seed, count).isEqualTo(new Verdict(0, 0, 0, 0));
    }
}
