package org.sprechstunde.local.meta.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sprechstunde.local.meta.graph.Setup.Storage;
import org.sprechstunde.local.meta.graph.Setup.TownNumber;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.web.Request;
import org.sprechstunde.local.meta.web.Route;

/** The number's own settings: what it is, where its messages are kept, on the network or off. */
final class NumberApi {
    private final Setup setup;

    NumberApi(Setup setup) {
        this.setup = setup;
    }

    List<Route> routes(Gate gate) {
        String here = "/{version}/" + setup.ids().number();
        return List.of(
                SetupApi.route(gate, "GET " + here, _ -> Answer.ok(json())),
                SetupApi.route(gate, "GET " + here + "/settings", _ -> settings()),
                SetupApi.route(gate, "POST " + here + "/settings", this::store),
                SetupApi.route(gate, "POST " + here + "/register", this::register),
                SetupApi.route(gate, "POST " + here + "/deregister", _ -> deregister()));
    }

    ObjectNode json() {
        TownNumber number = setup.number();
        return Json.object()
                .put("id", setup.ids().number())
                .put("display_phone_number", "+" + setup.ids().display())
                .put("verified_name", "Stadt Heringen (Werra)")
                .put("quality_rating", "GREEN")
                .put("status", number.registered() ? "CONNECTED" : "PENDING")
                .put("account_mode", number.mode())
                .put("code_verification_status", number.confirmed() ? "VERIFIED" : "NOT_VERIFIED")
                .put("platform_type", number.registered() ? "CLOUD_API" : "NOT_APPLICABLE")
                .put("is_on_biz_app", false);
    }

    private Answer settings() {
        Storage storage = setup.number().storage();
        ObjectNode body = Json.object();
        ObjectNode json = body.putObject("storage_configuration").put("status", storage.status());
        storage.region().ifPresent(region -> json.put("data_localization_region", region));
        return Answer.ok(body);
    }

    private Answer store(Request request) {
        if (setup.number().registered()) {
            return GraphError.parameter("the number must be deregistered first").answer();
        }
        JsonNode wanted = SetupApi.json(request).path("storage_configuration");
        String status = wanted.path("status").asText().toUpperCase(Locale.ROOT);
        Optional<String> region = Json.text(wanted, "data_localization_region");
        boolean fits = switch (status) {
            case "NO_STORAGE_ENABLED" -> wanted.path("retention_minutes").asInt() == 60 && region.isEmpty();
            case "IN_COUNTRY_STORAGE_ENABLED" -> region.isPresent();
            case "DEFAULT" -> region.isEmpty();
            default -> false;
        };
        if (!fits) {
            return GraphError.parameter("storage_configuration is not one that exists")
                    .answer();
        }
        TownNumber number = setup.number();
        setup.number(number.with(false, new Storage(status, region), number.pin()));
        return SetupApi.success();
    }

    private Answer register(Request request) {
        TownNumber number = setup.number();
        String pin = SetupApi.json(request).path("pin").asText();
        if (!number.confirmed()) {
            return GraphError.number(133006).answer();
        }
        if (!pin.matches("\\d{6}") || (!number.pin().isEmpty() && !number.pin().equals(pin))) {
            return GraphError.number(133005).answer();
        }
        setup.number(number.with(true, number.storage(), pin));
        return SetupApi.success();
    }

    private Answer deregister() {
        TownNumber number = setup.number();
        setup.number(number.with(false, number.storage(), number.pin()));
        return SetupApi.success();
    }
}
