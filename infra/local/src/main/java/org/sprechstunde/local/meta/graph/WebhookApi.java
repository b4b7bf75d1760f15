package org.sprechstunde.local.meta.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.web.Request;
import org.sprechstunde.local.meta.web.Route;
import org.sprechstunde.local.meta.webhook.Endpoint;

/** Where the app wants its news; Meta tries a new address at once. */
final class WebhookApi {
    private final Setup setup;
    private final Endpoint endpoint;

    WebhookApi(Setup setup, Endpoint endpoint) {
        this.setup = setup;
        this.endpoint = endpoint;
    }

    List<Route> routes(Gate gate) {
        String here = "/{version}/" + setup.ids().app() + "/subscriptions";
        return List.of(
                SetupApi.route(gate, "GET " + here, _ -> webhooks()),
                SetupApi.route(gate, "POST " + here, this::webhook));
    }

    private Answer webhooks() {
        ObjectNode body = Json.object();
        var all = body.putArray("data");
        setup.webhook().ifPresent(webhook -> {
            ObjectNode one = all.addObject()
                    .put("object", "whatsapp_business_account")
                    .put("callback_url", webhook.callback().toString())
                    .put("active", true);
            for (String field : webhook.fields()) {
                one.withArray("fields").addObject().put("name", field).put("version", "v26.0");
            }
        });
        return Answer.ok(body);
    }

    private Answer webhook(Request request) {
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
        setup.webhook(callback, List.of(form.getOrDefault("fields", "messages").split(",", -1)));
        return SetupApi.success();
    }

    private static Map<String, String> form(Request request) {
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
