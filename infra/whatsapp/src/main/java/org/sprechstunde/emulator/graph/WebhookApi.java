package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;
import org.sprechstunde.emulator.webhook.Endpoint;

/** Where the app wants its news; Meta tries a new address at once. */
final class WebhookApi {
    private final AccountState accountState;
    private final Endpoint endpoint;

    WebhookApi(AccountState accountState, Endpoint endpoint) {
        this.accountState = accountState;
        this.endpoint = endpoint;
    }

    List<Route> routes(AuthorizedRoute authorizedRoute) {
        String here = "/{version}/" + accountState.ids().app() + "/subscriptions";
        return List.of(
                SetupApi.route(authorizedRoute, "GET " + here, _ -> webhooks()),
                SetupApi.route(authorizedRoute, "POST " + here, this::webhook));
    }

    private WebAnswer webhooks() {
        ObjectNode body = JsonTrees.object();
        var all = body.putArray("data");
        accountState.webhook().ifPresent(webhook -> {
            ObjectNode one = all.addObject()
                    .put("object", "whatsapp_business_account")
                    .put("callback_url", webhook.callback().toString())
                    .put("active", true);
            for (String field : webhook.fields()) {
                one.withArray("fields").addObject().put("name", field).put("version", "v26.0");
            }
        });
        return WebAnswer.ok(body);
    }

    private WebAnswer webhook(WebRequest request) {
        Map<String, String> form = form(request);
        if (!"whatsapp_business_account".equals(form.get("object")) || form.get("callback_url") == null) {
            return GraphError.parameter("object and callback_url are needed").answer();
        }
        URI callback = URI.create(form.get("callback_url"));
        try {
            if (!endpoint.adopt(callback, form.getOrDefault("verify_token", ""))) {
                return GraphError.CALLBACK.answer();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return GraphError.CALLBACK.answer();
        }
        accountState.webhook(
                callback, List.of(form.getOrDefault("fields", "messages").split(",", -1)));
        return SetupApi.success();
    }

    private static Map<String, String> form(WebRequest request) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(request.body(), StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
