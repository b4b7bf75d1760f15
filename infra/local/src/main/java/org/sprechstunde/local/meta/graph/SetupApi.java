package org.sprechstunde.local.meta.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sprechstunde.local.meta.faults.Where;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.web.Request;
import org.sprechstunde.local.meta.web.Route;
import org.sprechstunde.local.meta.webhook.Endpoint;

/** The part of the Graph API with which an admin sets a town up; the app itself proves who it is by its secret. */
public final class SetupApi {
    private final Setup setup;
    private final Gate town;
    private final Gate app;
    private final NumberApi number;
    private final WebhookApi webhook;

    public SetupApi(Setup setup, Endpoint endpoint, GraphApi.Watch watch, Clock clock) {
        this.setup = setup;
        String access = setup.ids().accessToken();
        String appToken = setup.ids().appToken();
        // Meta also lets a token ask about itself.
        Predicate<String> either = token -> token.equals(access) || token.equals(appToken);
        this.town = new Gate(either, watch, clock);
        this.app = new Gate(appToken::equals, watch, clock);
        this.number = new NumberApi(setup);
        this.webhook = new WebhookApi(setup, endpoint);
    }

    public List<Route> routes() {
        String account = setup.ids().account();
        return Stream.of(
                        List.of(
                                route(town, "GET /{version}/debug_token", this::token),
                                route(town, "GET /{version}/" + account + "/phone_numbers", _ -> numbers()),
                                route(town, "GET /{version}/" + account + "/subscribed_apps", _ -> apps()),
                                route(town, "POST /{version}/" + account + "/subscribed_apps", _ -> subscribe())),
                        webhook.routes(app),
                        number.routes(town))
                .flatMap(List::stream)
                .toList();
    }

    static Route route(Gate gate, String methodAndTemplate, Function<Request, Answer> work) {
        String[] words = methodAndTemplate.split(" ", 2);
        return gate.route(words[0], words[1], new Gate.Behind(_ -> Where.SETUP, (request, _) -> work.apply(request)));
    }

    private Answer token(Request request) {
        ObjectNode data = Json.object();
        ObjectNode body = Json.object();
        body.set("data", data);
        Setup.Token token = setup.token();
        boolean known = request.query("input_token")
                .filter(setup.ids().accessToken()::equals)
                .isPresent();
        data.put("is_valid", known);
        if (known) {
            data.put("app_id", setup.ids().app())
                    .put("application", "Sprechstunde")
                    .put("type", "SYSTEM_USER");
            data.put("expires_at", token.expiresAt());
            token.scopes().forEach(data.putArray("scopes")::add);
            for (String scope : token.scopes()) {
                ObjectNode granular =
                        data.withArray("granular_scopes").addObject().put("scope", scope);
                if (token.namesAccount()) {
                    granular.putArray("target_ids").add(setup.ids().account());
                }
            }
        }
        return Answer.ok(body);
    }

    private Answer numbers() {
        ObjectNode body = Json.object();
        body.putArray("data").add(number.json());
        return Answer.ok(body);
    }

    private Answer apps() {
        ObjectNode body = Json.object();
        var apps = body.putArray("data");
        if (setup.isSubscribed()) {
            apps.addObject()
                    .putObject("whatsapp_business_api_data")
                    .put("id", setup.ids().app())
                    .put("name", "Sprechstunde");
        }
        return Answer.ok(body);
    }

    private Answer subscribe() {
        setup.subscribe();
        return success();
    }

    static Answer success() {
        return Answer.ok(Json.object().put("success", true));
    }

    /** The JSON object that came, or an empty one. */
    static JsonNode json(Request request) {
        return Json.readObject(request.body()).orElseGet(Json::object);
    }
}
