package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the app where to deliver; Meta tries the address at once, so the town is tried first. */
record WebhookStep(Desk desk, Graph graph, Duration pause) {
    private static final String OBJECT = "whatsapp_business_account";

    /** Citizens' messages, and what concerns the account itself. */
    private static final List<String> FIELDS = List.of(
            "messages",
            "account_update",
            "account_alerts",
            "phone_number_quality_update",
            "message_template_status_update",
            "security");

    /** A function that is warm asks for its secret again after a refusal, but not twice within half a minute. */
    private static final int TRIES = 9;

    void take(Town town, Token token, Keys keys) {
        desk.step("webhook");
        Optional<JsonNode> present = present(token, keys);
        boolean ours = present.filter(webhook -> isOurs(webhook, town)).isPresent();
        boolean answers = graph.shakesHands(town.webhook(), keys.verifyToken());
        if (ours && answers) {
            desk.good("webhook.kept", town.webhook());
        } else if (desk.checkOnly()) {
            desk.open(ours ? "webhook.deaf" : "webhook.missing", town.webhook());
        } else {
            awaitTown(town, keys, answers);
            set(town, token, keys, present);
        }
    }

    private void awaitTown(Town town, Keys keys, boolean answersAlready) {
        boolean answers = answersAlready;
        for (int i = 0; !answers; i++) {
            if (i == 0) {
                desk.note("webhook.wait");
            }
            if (i == TRIES || !rest()) {
                throw new Stop("webhook.silent", town.webhook());
            }
            answers = graph.shakesHands(town.webhook(), keys.verifyToken());
        }
    }

    private void set(Town town, Token token, Keys keys, Optional<JsonNode> present) {
        String former =
                present.map(webhook -> webhook.path("callback_url").asText()).orElse("");
        boolean elsewhere = !former.isEmpty() && !former.equals(town.webhook());
        if (elsewhere && !desk.agrees("webhook.replace", former)) {
            throw new Stop("webhook.other", former);
        }
        Reply reply = graph.post(token.app() + "/subscriptions", wish(town, keys), app(token, keys));
        // 2200: Meta's handshake failed (seen in others' code, not in Meta's reference).
        if (reply.isRefused(2200)) {
            throw new Stop("webhook.refused", town.webhook());
        }
        reply.orStop();
        desk.changed("webhook.set", town.webhook(), elsewhere ? former : desk.text("webhook.none"));
    }

    private static Map<String, String> wish(Town town, Keys keys) {
        return Map.ofEntries(
                Map.entry("object", OBJECT),
                Map.entry("callback_url", town.webhook()),
                Map.entry("verify_token", keys.verifyToken()),
                Map.entry("fields", String.join(",", FIELDS)));
    }

    private Optional<JsonNode> present(Token token, Keys keys) {
        JsonNode all = graph.get(token.app() + "/subscriptions", app(token, keys))
                .orStop()
                .path("data");
        for (JsonNode one : all) {
            if (one.path("object").asText().equals(OBJECT)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(JsonNode webhook, Town town) {
        Set<String> fields = new HashSet<>();
        webhook.path("fields").forEach(field -> fields.add(field.path("name").asText()));
        return webhook.path("callback_url").asText().equals(town.webhook())
                && webhook.path("active").asBoolean(true)
                && fields.containsAll(FIELDS);
    }

    private static String app(Token token, Keys keys) {
        return token.app() + "|" + keys.appSecret();
    }

    private boolean rest() {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
