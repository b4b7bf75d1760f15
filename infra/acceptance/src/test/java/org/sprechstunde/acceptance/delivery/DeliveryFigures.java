package org.sprechstunde.acceptance.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sprechstunde.repository.Repository;

/** What the rounds of a delivery have counted; a round in which anything was lost, doubled or mixed up is none of them. */
final class DeliveryFigures {
    private long webhooks;
    private long messages;
    private long deliveries;
    private long calls;
    private long failures;
    private long deaths;

    void add(int roundsWebhooks, int roundsMessages, long attempts, Mishaps mishaps) {
        webhooks += roundsWebhooks;
        messages += roundsMessages;
        deliveries += attempts;
        calls += mishaps.calls();
        failures += mishaps.failures();
        deaths += mishaps.deaths();
    }

    long webhooks() {
        return webhooks;
    }

    long failures() {
        return failures;
    }

    long deaths() {
        return deaths;
    }

    @Override
    public String toString() {
        return "%d webhooks, %d messages, %d deliveries, %d calls of the store, %d failed, %d functions died"
                .formatted(webhooks, messages, deliveries, calls, failures, deaths);
    }

    /** Keeps the figures where the handbook's reader can find them. */
    @SuppressWarnings("SystemOut")
    void write(long seed) throws IOException {
        System.out.printf("%nDelivery: seed %d: %s%n", seed, this);
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("seed", seed).put("webhooks", webhooks).put("messages", messages);
        json.put("deliveries", deliveries).put("storeCalls", calls);
        json.put("storeCallsFailed", failures).put("functionsDied", deaths);
        Path file = Repository.file("infra/acceptance/target/forgetting/delivery.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    }
}
