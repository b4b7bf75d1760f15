package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What Meta says keeps the town from sending: a missing payment, a review, a limit. */
record HealthStep(Console console, GraphClient graph) {
    private static final Set<String> ENTITIES = Set.of("PHONE_NUMBER", "WABA", "BUSINESS", "APP");
    private static final int PAYMENT = 141006;
    private static final int UNVERIFIED = 141010;

    void take(TownNumber number, SharedSecrets sharedSecrets) {
        console.step("health");
        GraphAnswer answer = graph.get(number.id() + "?fields=health_status", sharedSecrets.accessToken());
        if (answer.isRefused(100)) {
            console.open("health.unknown");
            return;
        }
        JsonNode health = answer.orStop().path("health_status");
        boolean well = true;
        for (JsonNode entity : health.path("entities")) {
            well &= tell(entity);
        }
        if (well && health.path("can_send_message").asText().equals("AVAILABLE")) {
            console.good("health.good");
        } else if (well) {
            console.open("health.unclear");
        }
        limit(number, sharedSecrets);
    }

    /** True if nothing is wrong with this part of the account. */
    private boolean tell(JsonNode entity) {
        String type = entity.path("entity_type").asText();
        String state = entity.path("can_send_message").asText();
        if (state.equals("AVAILABLE") || !ENTITIES.contains(type)) {
            return true;
        }
        int code = entity.at("/errors/0/error_code").asInt();
        switch (code) {
            case PAYMENT -> console.open("health.payment");
            case UNVERIFIED -> console.open("health.unverified");
            default ->
                console.open(
                        state.equals("BLOCKED") ? "health.blocked" : "health.limited",
                        console.text("health.of." + type),
                        code);
        }
        return false;
    }

    /** To how many people the town may write first in a day; answers within 24 hours do not count. */
    private void limit(TownNumber number, SharedSecrets sharedSecrets) {
        GraphAnswer answer = graph.get(number.id() + "?fields=messaging_limit_tier", sharedSecrets.accessToken());
        String tier = answer instanceof GraphAnswer.Done(JsonNode json)
                ? json.path("messaging_limit_tier").asText()
                : "";
        if (tier.matches("TIER_\\d+K?|TIER_UNLIMITED")) {
            console.note("health.limit", tier.substring("TIER_".length()));
        }
    }
}
