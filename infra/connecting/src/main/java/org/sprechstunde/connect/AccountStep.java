package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Subscribes the app to the WhatsApp Business account that has the number: without this no message ever arrives. */
record AccountStep(Console console, GraphClient graph) {

    /** The account, if it is known. */
    Optional<String> take(TownNumber number, AccessToken token, SharedSecrets sharedSecrets) {
        console.step("account");
        Optional<String> account = account(number, token, sharedSecrets);
        if (account.isEmpty()) {
            console.open("account.unknown");
            return account;
        }
        JsonNode apps = graph.get(account.get() + "/subscribed_apps", sharedSecrets.accessToken())
                .orStop()
                .path("data");
        Optional<JsonNode> ours = ours(apps, token.app());
        subscribe(account.get(), ours.isPresent(), sharedSecrets);
        if (ours.filter(app -> app.has("override_callback_uri")).isPresent()) {
            console.open("account.override");
        }
        int others = apps.size() - (ours.isPresent() ? 1 : 0);
        if (others > 0) {
            console.note("account.others", others);
        }
        return account;
    }

    private void subscribe(String account, boolean already, SharedSecrets sharedSecrets) {
        if (already) {
            console.good("account.subscribed", account);
        } else if (console.checkOnly()) {
            console.open("account.missing", account);
        } else {
            graph.post(account + "/subscribed_apps", GraphClient.object(), sharedSecrets.accessToken())
                    .orStop();
            console.changed("account.now", account);
        }
    }

    private Optional<String> account(TownNumber number, AccessToken token, SharedSecrets sharedSecrets) {
        Optional<String> found = token.accounts().stream()
                .filter(account -> has(account, number, sharedSecrets))
                .findFirst();
        if (found.isPresent() || console.checkOnly()) {
            return found;
        }
        // Meta names no account for a token that is not bound to single ones.
        String typed = console.ask("account.which");
        if (!typed.matches("\\d+") || !has(typed, number, sharedSecrets)) {
            throw new AdminMustAct("account.wrong");
        }
        return Optional.of(typed);
    }

    private boolean has(String account, TownNumber number, SharedSecrets sharedSecrets) {
        GraphAnswer graphAnswer =
                graph.get(account + "/phone_numbers?fields=id&limit=100", sharedSecrets.accessToken());
        if (graphAnswer instanceof GraphAnswer.Done(JsonNode json)) {
            for (JsonNode one : json.path("data")) {
                if (one.path("id").asText().equals(number.id())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<JsonNode> ours(JsonNode apps, String app) {
        for (JsonNode one : apps) {
            if (one.path("whatsapp_business_api_data").path("id").asText().equals(app)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
