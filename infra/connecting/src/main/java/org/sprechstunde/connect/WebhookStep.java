package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the app where to deliver; Meta tries the address at once, so the town is tried first. */
record WebhookStep(Console console, GraphClient graph, Duration pause) {
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

    void take(WebhookAddress address, AccessToken token, SharedSecrets sharedSecrets) {
        Optional<JsonNode> present = present(token, sharedSecrets);
        boolean ours = present.filter(webhook -> isOurs(webhook, address)).isPresent();
        boolean answers = graph.shakesHands(address.url(), sharedSecrets.verifyToken());
        if (ours && answers) {
            console.good("webhook.kept", address);
        } else if (console.checkOnly()) {
            console.open(ours ? "webhook.deaf" : "webhook.missing", address);
        } else {
            awaitTown(address, sharedSecrets, answers);
            set(address, token, sharedSecrets, present);
        }
    }

    private void awaitTown(WebhookAddress address, SharedSecrets sharedSecrets, boolean answersAlready) {
        boolean answers = answersAlready;
        for (int i = 0; !answers; i++) {
            if (i == 0) {
                console.note("webhook.wait");
            }
            if (i == TRIES || !Rest.take(pause)) {
                throw new AdminMustAct("webhook.silent", address);
            }
            answers = graph.shakesHands(address.url(), sharedSecrets.verifyToken());
        }
    }

    private void set(
            WebhookAddress address, AccessToken token, SharedSecrets sharedSecrets, Optional<JsonNode> present) {
        String former =
                present.map(webhook -> webhook.path("callback_url").asText()).orElse("");
        boolean elsewhere = !former.isEmpty() && !address.isOfTheSameTown(former);
        if (elsewhere && !console.agrees("webhook.replace", former)) {
            throw new AdminMustAct("webhook.other", former);
        }
        GraphAnswer graphAnswer =
                graph.post(token.app() + "/subscriptions", wish(address, sharedSecrets), app(token, sharedSecrets));
        // 2200: Meta's handshake failed (seen in others' code, not in Meta's reference).
        if (graphAnswer.isRefused(2200)) {
            throw new AdminMustAct("webhook.refused", address);
        }
        graphAnswer.orStop();
        String before = former.isEmpty() ? "webhook.none" : "webhook.own";
        console.changed("webhook.set", address, elsewhere ? former : console.text(before));
    }

    private static Map<String, String> wish(WebhookAddress address, SharedSecrets sharedSecrets) {
        return Map.ofEntries(
                Map.entry("object", OBJECT),
                Map.entry("callback_url", address.url()),
                Map.entry("verify_token", sharedSecrets.verifyToken()),
                Map.entry("fields", String.join(",", FIELDS)));
    }

    private Optional<JsonNode> present(AccessToken token, SharedSecrets sharedSecrets) {
        JsonNode all = graph.get(token.app() + "/subscriptions", app(token, sharedSecrets))
                .orStop()
                .path("data");
        for (JsonNode one : all) {
            if (one.path("object").asText().equals(OBJECT)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(JsonNode webhook, WebhookAddress address) {
        Set<String> fields = new HashSet<>();
        webhook.path("fields").forEach(field -> fields.add(field.path("name").asText()));
        return webhook.path("callback_url").asText().equals(address.url())
                && webhook.path("active").asBoolean(true)
                && fields.containsAll(FIELDS);
    }

    private static String app(AccessToken token, SharedSecrets sharedSecrets) {
        return token.app() + "|" + sharedSecrets.appSecret();
    }
}
