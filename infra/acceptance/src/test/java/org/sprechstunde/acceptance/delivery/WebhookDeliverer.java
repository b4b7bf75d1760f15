package org.sprechstunde.acceptance.delivery;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.sprechstunde.acceptance.delivery.RandomWebhooks.Webhook;
import org.sprechstunde.platform.HandlerFailure;
import org.sprechstunde.webhook.WebhookFunction;

/** Delivers as WhatsApp does: side by side, and again later whatever was not answered with 200. */
final class WebhookDeliverer {
    private static final int AT_ONCE = 4;

    private final DeliveryTown town;
    private final Mishaps mishaps;
    private final Ledger ledger;
    private final Ticking clock;
    private final Queue<Webhook> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong attempts = new AtomicLong();

    WebhookDeliverer(DeliveryTown town, Mishaps mishaps, Ledger ledger, Ticking clock) {
        this.town = town;
        this.mishaps = mishaps;
        this.ledger = ledger;
        this.clock = clock;
    }

    long attempts() {
        return attempts.get();
    }

    /** Returns once every webhook has been answered with 200. */
    WebhookDeliverer deliver(Collection<Webhook> webhooks) throws Exception {
        waiting.addAll(webhooks);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Void>> carriers = Collections.nCopies(AT_ONCE, this::carry);
            for (Future<Void> carrier : threads.invokeAll(carriers)) {
                carrier.get();
            }
        }
        return this;
    }

    private Void carry() throws IOException {
        WebhookFunction function = town.webhook(mishaps);
        for (Webhook webhook = waiting.poll(); webhook != null; webhook = waiting.poll()) {
            boolean acknowledged = attempt(function, webhook);
            if (mishaps.isDead()) {
                function = town.webhook(mishaps);
            } else if (acknowledged) {
                ledger.isAcknowledged(webhook, clock.instant());
                continue;
            }
            waiting.add(webhook);
        }
        return null;
    }

    /** Whether the function answers 200, should it live to do so. */
    private boolean attempt(WebhookFunction function, Webhook webhook) throws IOException {
        attempts.incrementAndGet();
        ledger.comes(webhook, clock.instant());
        mishaps.begin();
        try {
            return DeliveryTown.call(function, DeliveryTown.delivery(webhook.body()))
                            .path("statusCode")
                            .asInt()
                    == 200;
        } catch (HandlerFailure | Mishaps.Died _) {
            return false;
        }
    }
}
