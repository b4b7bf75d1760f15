package org.sprechstunde.acceptance.simulation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.sprechstunde.inbox.InboxFunction;
import org.sprechstunde.local.output.RoutedOutput;
import org.sprechstunde.platform.HandlerFailure;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.reply.ReplyFunction;
import org.sprechstunde.resolve.ResolveFunction;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.sweep.SweepFunction;
import org.sprechstunde.tasks.TasksFunction;
import org.sprechstunde.webhook.WebhookFunction;

/** The real handlers, called as Lambda calls them. A handler that breaks answers 500 here, as API Gateway does. */
final class SimulatedFunctions {
    private static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            SimulatedFunctions.class.getClassLoader(), new Class<?>[] {Context.class}, (_, method, _) -> {
                if (method.getName().equals("getRemainingTimeInMillis")) {
                    return 29_000;
                }
                throw new UnsupportedOperationException(method.getName());
            });

    private final WebhookFunction webhook;
    private final TasksFunction tasks;
    private final SweepFunction sweep;
    private final InboxFunction inbox;
    private final ReplyFunction reply;
    private final ResolveFunction resolve;

    /** Each on a platform of its own: no two functions' clocks go alike. */
    SimulatedFunctions(Supplier<Platform> platforms) {
        webhook = new WebhookFunction(platforms.get());
        tasks = new TasksFunction(platforms.get());
        sweep = new SweepFunction(platforms.get());
        inbox = new InboxFunction(platforms.get());
        reply = new ReplyFunction(platforms.get());
        resolve = new ResolveFunction(platforms.get());
    }

    /** What a function has answered; {@code tag} names it, where it is named. */
    record Answer(int status, JsonNode body, String tag) {}

    Answer webhook(String body) {
        ObjectNode event = event("POST /webhook", "/webhook", body);
        event.putObject("headers").put("x-hub-signature-256", SignedWebhooks.signature(body));
        return call(webhook, event);
    }

    Answer list() {
        return call(inbox, event("GET /api/enquiries", "/api/enquiries", ""));
    }

    Answer open(String id) {
        return open(id, Optional.empty());
    }

    /** The same unless the page has it already, as {@code tag} says. */
    Answer open(String id, Optional<String> tag) {
        ObjectNode event = about("GET /api/enquiries/{id}", id, "");
        tag.ifPresent(known -> event.putObject("headers").put("if-none-match", known));
        return call(inbox, event);
    }

    /** Somebody of the town hall looks at it, or goes. */
    Answer look(String id, String who, String here) {
        ObjectNode event = by(who, about("GET /api/enquiries/{id}", id, ""));
        event.putObject("queryStringParameters").put("here", here);
        return call(inbox, event);
    }

    Answer note(String id, String who, String text) {
        ObjectNode note = Json.object().put("text", text).put("version", 0);
        return call(reply, by(who, about("PUT /api/enquiries/{id}/note", id, note.toString())));
    }

    Answer introduce(String who) {
        return call(reply, by(who, event("PUT /api/me", "/api/me", "{}")));
    }

    Answer assign(String id, String who, String person) {
        ObjectNode to = Json.object().put("person", person);
        return call(reply, by(who, about("PUT /api/enquiries/{id}/assignment", id, to.toString())));
    }

    Answer replyBy(String who, String id, ObjectNode body) {
        ObjectNode event = by(who, about("POST /api/enquiries/{id}/replies", id, body.toString()));
        event.putObject("headers")
                .put("idempotency-key", body.path("text").asText().replace(' ', '-'));
        return call(reply, event);
    }

    /** Whose token it is; half of them name their owner. */
    private static ObjectNode by(String who, ObjectNode event) {
        ObjectNode claims = event.putObject("requestContext")
                .putObject("authorizer")
                .putObject("jwt")
                .putObject("claims")
                .put("sub", who);
        if (who.startsWith("named")) {
            claims.put("name", who);
        }
        return event;
    }

    Answer attach(String id, String type, int bytes) {
        ObjectNode wish = Json.object().put("type", type).put("bytes", bytes);
        return call(reply, about("POST /api/enquiries/{id}/attachments", id, wish.toString()));
    }

    Answer reply(String id, String key, ObjectNode body) {
        ObjectNode event = about("POST /api/enquiries/{id}/replies", id, body.toString());
        event.putObject("headers").put("idempotency-key", key);
        return call(reply, event);
    }

    Answer resolve(String id, long seen) {
        return call(
                resolve,
                about(
                        "POST /api/enquiries/{id}/resolve",
                        id,
                        Json.object().put("revision", seen).toString()));
    }

    /** What the stream brings in one batch. */
    void tasks(List<ItemKey> keys) {
        var event = new DynamodbEvent();
        event.setRecords(keys.stream().map(SimulatedFunctions::record).toList());
        lives(() -> {
            tasks.handleRequest(event, CONTEXT);
            return true;
        });
    }

    private static DynamodbEvent.DynamodbStreamRecord record(ItemKey key) {
        var change = new StreamRecord();
        change.setKeys(Map.of("pk", new AttributeValue(key.pk()), "sk", new AttributeValue(key.sk())));
        var record = new DynamodbEvent.DynamodbStreamRecord();
        record.setDynamodb(change);
        return record;
    }

    boolean sweep(boolean leftovers) {
        ObjectNode event = Json.object().put("detail-type", leftovers ? "Leftovers" : "Scheduled Event");
        return lives(() -> {
            sweep.handleRequest(new ByteArrayInputStream(Json.bytes(event)), new ByteArrayOutputStream(), CONTEXT);
            return true;
        });
    }

    private static boolean lives(Callable<Boolean> call) {
        try {
            return quietly(call);
        } catch (HandlerFailure _) {
            return false;
        }
    }

    /** Thousands of runs would fill the log with what nobody reads. */
    private static <T> T quietly(Callable<T> call) {
        try {
            return RoutedOutput.listening(_ -> {}, call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer call(RequestStreamHandler function, ObjectNode event) {
        var out = new ByteArrayOutputStream();
        try {
            quietly(() -> {
                function.handleRequest(new ByteArrayInputStream(Json.bytes(event)), out, CONTEXT);
                return true;
            });
        } catch (HandlerFailure _) {
            return new Answer(500, Json.object(), "");
        }
        JsonNode response = Json.read(out.toByteArray());
        String body = response.path("body").asText();
        return new Answer(
                response.path("statusCode").asInt(),
                body.isEmpty() ? Json.object() : Json.read(body),
                response.at("/headers/etag").asText());
    }

    private static ObjectNode about(String route, String id, String body) {
        ObjectNode event = event(route, route.substring(route.indexOf(' ') + 1).replace("{id}", id), body);
        event.putObject("pathParameters").put("id", id);
        return event;
    }

    private static ObjectNode event(String route, String path, String body) {
        return Json.object()
                .put("routeKey", route)
                .put("rawPath", path)
                .put("body", body)
                .put("isBase64Encoded", false);
    }
}
