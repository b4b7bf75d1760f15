package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;
import org.sprechstunde.emulator.webhook.Endpoint;

/** The part of the Graph API with which an admin sets a town up; the app itself proves who it is by its secret. */
public final class SetupApi {
    private final AccountState accountState;
    private final AuthorizedRoute town;
    private final AuthorizedRoute app;
    private final NumberApi number;
    private final WebhookApi webhook;

    public SetupApi(AccountState accountState, Endpoint endpoint, GraphApi.Watch watch, Clock clock) {
        this.accountState = accountState;
        String access = accountState.ids().accessToken();
        String appToken = accountState.ids().appToken();
        // Meta also lets a token ask about itself.
        Predicate<String> either = token -> token.equals(access) || token.equals(appToken);
        this.town = new AuthorizedRoute(either, watch, clock);
        this.app = new AuthorizedRoute(appToken::equals, watch, clock);
        this.number = new NumberApi(accountState);
        this.webhook = new WebhookApi(accountState, endpoint);
    }

    public List<Route> routes() {
        String account = accountState.ids().account();
        return Stream.of(
                        List.of(
                                route(town, "GET /{version}/debug_token", this::token),
                                route(town, "GET /{version}/" + account + "/phone_numbers", _ -> numbers()),
                                route(town, "GET /{version}/" + account + "/subscribed_apps", _ -> apps()),
                                route(town, "POST /{version}/" + account + "/subscribed_apps", _ -> subscribe()),
                                route(town, "GET /{version}/" + account + "/message_templates", _ -> templates()),
                                route(town, "POST /{version}/" + account + "/message_templates", this::submit)),
                        webhook.routes(app),
                        number.routes(town))
                .flatMap(List::stream)
                .toList();
    }

    static Route route(
            AuthorizedRoute authorizedRoute, String methodAndTemplate, Function<WebRequest, WebAnswer> work) {
        String[] words = methodAndTemplate.split(" ", 2);
        return authorizedRoute.route(
                words[0],
                words[1],
                new AuthorizedRoute.Behind(_ -> FaultPoint.SETUP, (request, _) -> work.apply(request)));
    }

    private WebAnswer token(WebRequest request) {
        ObjectNode data = JsonTrees.object();
        ObjectNode body = JsonTrees.object();
        body.set("data", data);
        AccountState.Token token = accountState.token();
        boolean known = request.query("input_token")
                .filter(accountState.ids().accessToken()::equals)
                .isPresent();
        data.put("is_valid", known);
        if (known) {
            data.put("app_id", accountState.ids().app())
                    .put("application", "Sprechstunde")
                    .put("type", "SYSTEM_USER");
            data.put("expires_at", token.expiresAt());
            token.scopes().forEach(data.putArray("scopes")::add);
            for (String scope : token.scopes()) {
                ObjectNode granular =
                        data.withArray("granular_scopes").addObject().put("scope", scope);
                if (token.namesAccount()) {
                    granular.putArray("target_ids").add(accountState.ids().account());
                }
            }
        }
        return WebAnswer.ok(body);
    }

    private WebAnswer numbers() {
        ObjectNode body = JsonTrees.object();
        body.putArray("data").add(number.json());
        return WebAnswer.ok(body);
    }

    private WebAnswer apps() {
        ObjectNode body = JsonTrees.object();
        var apps = body.putArray("data");
        if (accountState.isSubscribed()) {
            apps.addObject()
                    .putObject("whatsapp_business_api_data")
                    .put("id", accountState.ids().app())
                    .put("name", "Sprechstunde");
        }
        return WebAnswer.ok(body);
    }

    private WebAnswer subscribe() {
        accountState.subscribe();
        return success();
    }

    private WebAnswer templates() {
        return WebAnswer.ok(accountState.templates().list());
    }

    private WebAnswer submit(WebRequest request) {
        return accountState
                .templates()
                .submit(json(request))
                .map(GraphError::answer)
                .orElseGet(() ->
                        WebAnswer.ok(JsonTrees.object().put("status", "PENDING").put("category", "UTILITY")));
    }

    static WebAnswer success() {
        return WebAnswer.ok(JsonTrees.object().put("success", true));
    }

    /** The JSON object that came, or an empty one. */
    static JsonNode json(WebRequest request) {
        return JsonTrees.readObject(request.body()).orElseGet(JsonTrees::object);
    }
}
