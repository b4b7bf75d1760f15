package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sprechstunde.emulator.graph.AccountState.Storage;
import org.sprechstunde.emulator.graph.AccountState.TownNumber;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;

/** The number's own settings: what it is, where its messages are kept, on the network or off. */
final class NumberApi {
    private final AccountState accountState;

    NumberApi(AccountState accountState) {
        this.accountState = accountState;
    }

    List<Route> routes(AuthorizedRoute authorizedRoute) {
        String here = "/{version}/" + accountState.ids().number();
        return List.of(
                SetupApi.route(authorizedRoute, "GET " + here, this::look),
                SetupApi.route(authorizedRoute, "GET " + here + "/whatsapp_business_profile", _ -> profile()),
                SetupApi.route(authorizedRoute, "POST " + here + "/whatsapp_business_profile", this::changeProfile),
                SetupApi.route(authorizedRoute, "GET " + here + "/settings", _ -> settings()),
                SetupApi.route(authorizedRoute, "POST " + here + "/settings", this::store),
                SetupApi.route(authorizedRoute, "POST " + here + "/register", this::register),
                SetupApi.route(authorizedRoute, "POST " + here + "/deregister", _ -> deregister()));
    }

    private WebAnswer look(WebRequest request) {
        boolean healthWanted = request.query("fields")
                .filter(fields -> fields.contains("health_status"))
                .isPresent();
        return WebAnswer.ok(healthWanted ? accountState.health().json() : json());
    }

    private WebAnswer profile() {
        return WebAnswer.ok(accountState.profile().json());
    }

    private WebAnswer changeProfile(WebRequest request) {
        return accountState.profile().change(SetupApi.json(request))
                ? SetupApi.success()
                : GraphError.parameter("a profile has no such field, or not with this value")
                        .answer();
    }

    ObjectNode json() {
        TownNumber number = accountState.number();
        return JsonTrees.object()
                .put("id", accountState.ids().number())
                .put("display_phone_number", "+" + accountState.ids().display())
                .put("verified_name", "Die Stadt")
                .put("quality_rating", "GREEN")
                .put("status", number.registered() ? "CONNECTED" : "PENDING")
                .put("account_mode", number.mode())
                .put("code_verification_status", number.confirmed() ? "VERIFIED" : "NOT_VERIFIED")
                .put("platform_type", number.registered() ? "CLOUD_API" : "NOT_APPLICABLE")
                .put("is_on_biz_app", false);
    }

    private WebAnswer settings() {
        Storage storage = accountState.number().storage();
        ObjectNode body = JsonTrees.object();
        ObjectNode json = body.putObject("storage_configuration").put("status", storage.status());
        storage.region().ifPresent(region -> json.put("data_localization_region", region));
        return WebAnswer.ok(body);
    }

    private WebAnswer store(WebRequest request) {
        if (accountState.number().registered()) {
            return GraphError.parameter("the number must be deregistered first").answer();
        }
        JsonNode wanted = SetupApi.json(request).path("storage_configuration");
        String status = wanted.path("status").asText().toUpperCase(Locale.ROOT);
        Optional<String> region = JsonTrees.text(wanted, "data_localization_region");
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
        TownNumber number = accountState.number();
        accountState.number(number.with(false, new Storage(status, region), number.pin()));
        return SetupApi.success();
    }

    private WebAnswer register(WebRequest request) {
        TownNumber number = accountState.number();
        String pin = SetupApi.json(request).path("pin").asText();
        if (!number.confirmed()) {
            return GraphError.number(133006).answer();
        }
        if (!pin.matches("\\d{6}") || (!number.pin().isEmpty() && !number.pin().equals(pin))) {
            return GraphError.number(133005).answer();
        }
        accountState.number(number.with(true, number.storage(), pin));
        return SetupApi.success();
    }

    private WebAnswer deregister() {
        TownNumber number = accountState.number();
        accountState.number(number.with(false, number.storage(), number.pin()));
        return SetupApi.success();
    }
}
