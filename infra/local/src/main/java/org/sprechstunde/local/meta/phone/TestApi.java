package org.sprechstunde.local.meta.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sprechstunde.local.meta.faults.Faults;
import org.sprechstunde.local.meta.faults.Where;
import org.sprechstunde.local.meta.graph.Calls;
import org.sprechstunde.local.meta.web.Answer;
import org.sprechstunde.local.meta.web.Json;
import org.sprechstunde.local.meta.web.Request;
import org.sprechstunde.local.meta.web.Route;
import org.sprechstunde.local.meta.webhook.Bodies;
import org.sprechstunde.local.meta.webhook.Delivery;
import org.sprechstunde.local.meta.webhook.Delivery.State;
import org.sprechstunde.local.meta.webhook.Parcel;
import org.sprechstunde.local.meta.webhook.Postman;

/** What tests and scripts do, over HTTP: misbehaviour, deliveries and the town's calls. Never a word of a message. */
public final class TestApi {
    private final Faults faults;
    private final Postman postman;
    private final Calls calls;

    public TestApi(Faults faults, Postman postman, Calls calls) {
        this.faults = faults;
        this.postman = postman;
        this.calls = calls;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/phone/api/faults", _ -> faults()),
                new Route("POST", "/phone/api/faults", this::addFaults),
                new Route("PUT", "/phone/api/faults", this::setFaults),
                new Route("DELETE", "/phone/api/faults", _ -> clearFaults()),
                new Route("GET", "/phone/api/webhooks", _ -> webhooks()),
                new Route("POST", "/phone/api/webhooks", this::deliver),
                new Route("POST", "/phone/api/redeliver", this::redeliver),
                new Route("GET", "/phone/api/calls", _ -> calls()));
    }

    private Answer faults() {
        return Answer.ok(FaultJson.write(faults.all()));
    }

    private Answer addFaults(Request request) {
        FaultJson.read(json(request)).forEach(faults::add);
        return faults();
    }

    private Answer setFaults(Request request) {
        faults.replace(FaultJson.read(json(request)));
        return faults();
    }

    private Answer clearFaults() {
        faults.clear();
        return faults();
    }

    private Answer webhooks() {
        ObjectNode body = Json.object();
        List<Delivery> log = postman.log();
        for (State state : State.values()) {
            body.put(
                    state.word(),
                    log.stream().filter(one -> one.state() == state).count());
        }
        ArrayNode lines = body.putArray("webhooks");
        log.forEach(one -> lines.addObject()
                .put("id", one.id())
                .put("carries", one.kind() == Where.WEBHOOK ? "messages" : "statuses")
                .put("items", one.items())
                .put("at", one.postedAt().toString())
                .put("state", one.state().word())
                .put("attempts", one.attempts())
                .put("lastStatus", one.lastStatus()));
        return Answer.ok(body);
    }

    private Answer deliver(Request request) {
        postman.post(new Parcel(Where.WEBHOOK, json(request), Set.of(), () -> {}));
        return Answer.json(202, Json.object());
    }

    private Answer redeliver(Request request) {
        JsonNode wish = json(request);
        UnaryOperator<ObjectNode> body =
                wish.path("otherIdentity").asBoolean() ? Bodies::underOtherIdentity : UnaryOperator.identity();
        int again = postman.repost(wish.path("last").asInt(1), body);
        return Answer.json(202, Json.object().put("redelivering", again));
    }

    private Answer calls() {
        ObjectNode body = Json.object();
        ArrayNode lines = body.putArray("calls");
        calls.all()
                .forEach(call -> lines.addObject()
                        .put("method", call.method())
                        .put("route", call.route())
                        .put("status", call.status())
                        .put("at", call.at().toString()));
        return Answer.ok(body);
    }

    private static ObjectNode json(Request request) {
        return Json.readObject(request.body()).orElseThrow(() -> new IllegalArgumentException("not a JSON object"));
    }
}
