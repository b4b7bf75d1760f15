package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.faults.Faults;
import org.sprechstunde.emulator.graph.RecordedCalls;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.emulator.web.WebRequest;
import org.sprechstunde.emulator.webhook.Bodies;
import org.sprechstunde.emulator.webhook.DeliveryRecord;
import org.sprechstunde.emulator.webhook.DeliveryRecord.State;
import org.sprechstunde.emulator.webhook.WebhookDelivery;
import org.sprechstunde.emulator.webhook.WebhookSender;

/** What tests and scripts do, over HTTP: misbehaviour, deliveries and the town's calls. Never a word of a message. */
public final class TestApi {
    private final Faults faults;
    private final WebhookSender webhookSender;
    private final RecordedCalls calls;

    public TestApi(Faults faults, WebhookSender webhookSender, RecordedCalls calls) {
        this.faults = faults;
        this.webhookSender = webhookSender;
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

    private WebAnswer faults() {
        return WebAnswer.ok(FaultJson.write(faults.all()));
    }

    private WebAnswer addFaults(WebRequest request) {
        FaultJson.read(json(request)).forEach(faults::add);
        return faults();
    }

    private WebAnswer setFaults(WebRequest request) {
        faults.replace(FaultJson.read(json(request)));
        return faults();
    }

    private WebAnswer clearFaults() {
        faults.clear();
        return faults();
    }

    private WebAnswer webhooks() {
        ObjectNode body = JsonTrees.object();
        List<DeliveryRecord> log = webhookSender.log();
        for (State state : State.values()) {
            body.put(
                    state.word(),
                    log.stream().filter(one -> one.state() == state).count());
        }
        ArrayNode lines = body.putArray("webhooks");
        log.forEach(one -> lines.addObject()
                .put("id", one.id())
                .put("carries", one.kind() == FaultPoint.WEBHOOK ? "messages" : "statuses")
                .put("items", one.items())
                .put("at", one.postedAt().toString())
                .put("state", one.state().word())
                .put("attempts", one.attempts())
                .put("lastStatus", one.lastStatus()));
        return WebAnswer.ok(body);
    }

    private WebAnswer deliver(WebRequest request) {
        webhookSender.post(new WebhookDelivery(FaultPoint.WEBHOOK, json(request), Set.of(), () -> {}));
        return WebAnswer.json(202, JsonTrees.object());
    }

    private WebAnswer redeliver(WebRequest request) {
        JsonNode wish = json(request);
        UnaryOperator<ObjectNode> body =
                wish.path("otherIdentity").asBoolean() ? Bodies::underOtherIdentity : UnaryOperator.identity();
        int again = webhookSender.repost(wish.path("last").asInt(1), body);
        return WebAnswer.json(202, JsonTrees.object().put("redelivering", again));
    }

    private WebAnswer calls() {
        ObjectNode body = JsonTrees.object();
        ArrayNode lines = body.putArray("calls");
        calls.all()
                .forEach(call -> lines.addObject()
                        .put("method", call.method())
                        .put("route", call.route())
                        .put("status", call.status())
                        .put("at", call.at().toString()));
        return WebAnswer.ok(body);
    }

    private static ObjectNode json(WebRequest request) {
        return JsonTrees.readObject(request.body())
                .orElseThrow(() -> new IllegalArgumentException("not a JSON object"));
    }
}
