package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** DynamoDB Local, which can also do half of what it is asked, answer from a lagging index, and mutate our calls. */
final class SimulatedTable {
    private static final String ANY = "(enquiry = :enquiry OR attribute_exists(pk) OR attribute_not_exists(pk))";

    private final SdkHttpClient store;
    private final Map<String, byte[]> lagging = new HashMap<>();
    private final Map<JsonNode, JsonNode> remembered = new HashMap<>();
    private Mutation mutation = Mutation.NONE;
    private Consumer<String> beforeKey = _ -> {};

    SimulatedTable(SdkHttpClient store) {
        this.store = store;
    }

    void mutate(Mutation wanted, Consumer<String> deleteObjectsOf) {
        mutation = wanted;
        beforeKey = deleteObjectsOf;
        lagging.clear();
        remembered.clear();
    }

    HttpExecuteResponse answer(HttpExecuteRequest request, byte[] body, Fate fate) throws IOException {
        String operation =
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        ObjectNode call = (ObjectNode) Json.read(body);
        return switch (operation.substring(operation.indexOf('.') + 1)) {
            case "TransactWriteItems" -> transaction(request, call);
            case "UpdateItem" -> update(request, call);
            case "BatchWriteItem" -> batchWrite(request, call, fate);
            case "BatchGetItem" -> batchGet(request, call);
            case "Query" -> query(request, call, fate);
            default -> pass(request, call);
        };
    }

    private HttpExecuteResponse transaction(HttpExecuteRequest request, ObjectNode call) throws IOException {
        for (JsonNode action : call.path("TransactItems")) {
            JsonNode put = action.path("Put");
            if (mutation == Mutation.NO_SEEN_MARK
                    && text(put.path("Item"), "pk").startsWith("SEEN#")) {
                ((ObjectNode) put).remove("ConditionExpression");
            }
            weaken((ObjectNode) action);
            if (mutation == Mutation.OBJECTS_BEFORE_KEY
                    && text(action.path("Delete").path("Key"), "pk").startsWith("CITIZEN#")) {
                beforeKey.accept(action.at("/Delete/ExpressionAttributeValues/:enquiry/S")
                        .asText());
            }
        }
        return pass(request, call);
    }

    private void weaken(ObjectNode action) {
        if (mutation != Mutation.NO_ENQUIRY_CONDITION) {
            return;
        }
        action.forEach(part -> {
            String condition = part.path("ConditionExpression").asText();
            if (condition.contains("enquiry = :enquiry")) {
                ((ObjectNode) part).put("ConditionExpression", condition.replace("enquiry = :enquiry", ANY));
            }
        });
    }

    private HttpExecuteResponse update(HttpExecuteRequest request, ObjectNode call) throws IOException {
        boolean erased = call.path("UpdateExpression").asText().contains("erasedAt");
        if (mutation != Mutation.FORGET_TASK_TOO_EARLY || !erased) {
            return pass(request, call);
        }
        ObjectNode delete = Json.object();
        delete.set("TableName", call.path("TableName"));
        delete.set("Key", call.path("Key"));
        return pass(request, delete, "DynamoDB_20120810.DeleteItem");
    }

    /** Does the first half of a batch. */
    private HttpExecuteResponse batchWrite(HttpExecuteRequest request, ObjectNode call, Fate fate) throws IOException {
        if (fate != Fate.PARTLY) {
            return pass(request, call);
        }
        ObjectNode left = Json.object();
        call.path("RequestItems").properties().forEach(table -> {
            ArrayNode all = (ArrayNode) table.getValue();
            ArrayNode rest = left.putArray(table.getKey());
            while (all.size() > rest.size()) {
                rest.add(all.remove(all.size() - 1));
            }
        });
        boolean nothing = call.path("RequestItems").properties().stream()
                .allMatch(part -> part.getValue().isEmpty());
        if (!nothing) {
            pass(request, call);
        }
        ObjectNode answer = Json.object();
        answer.set("UnprocessedItems", mutation == Mutation.UNPROCESSED_IGNORED ? Json.object() : left);
        return Wire.response(new Graph.Answer(200, Json.bytes(answer)));
    }

    /** The mutated list takes what it once read for what is there. */
    private HttpExecuteResponse batchGet(HttpExecuteRequest request, ObjectNode call) throws IOException {
        if (mutation != Mutation.INDEX_ALONE) {
            return pass(request, call);
        }
        ObjectNode answer = (ObjectNode) Json.read(bytes(pass(request, call)));
        call.path("RequestItems").properties().forEach(table -> {
            ArrayNode found = answer.withObject("Responses").withArray(table.getKey());
            found.forEach(item -> remembered.put(key(item), item));
            table.getValue().path("Keys").forEach(key -> {
                Optional<JsonNode> known = Optional.ofNullable(remembered.get(key(key)));
                boolean listed = found.valueStream().anyMatch(item -> key(item).equals(key(key)));
                known.filter(_ -> !listed).ifPresent(found::add);
            });
        });
        return Wire.response(new Graph.Answer(200, Json.bytes(answer)));
    }

    private HttpExecuteResponse query(HttpExecuteRequest request, ObjectNode call, Fate fate) throws IOException {
        if (!call.has("IndexName")) {
            return pass(request, call);
        }
        String list = call.at("/ExpressionAttributeValues/:list/S").asText();
        byte[] old = lagging.getOrDefault(list, new byte[0]);
        if (fate == Fate.PARTLY && old.length > 0) {
            return Wire.response(new Graph.Answer(200, old));
        }
        byte[] now = bytes(pass(request, call));
        lagging.put(list, now);
        return Wire.response(new Graph.Answer(200, now));
    }

    private HttpExecuteResponse pass(HttpExecuteRequest request, JsonNode call) throws IOException {
        return pass(
                request,
                call,
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow());
    }

    private HttpExecuteResponse pass(HttpExecuteRequest request, JsonNode call, String target) throws IOException {
        byte[] body = Json.bytes(call);
        return store.prepareRequest(HttpExecuteRequest.builder()
                        .request(request.httpRequest().toBuilder()
                                .putHeader("X-Amz-Target", target)
                                .putHeader("Content-Length", Integer.toString(body.length))
                                .build())
                        .contentStreamProvider(() -> new ByteArrayInputStream(body))
                        .build())
                .call();
    }

    private static byte[] bytes(HttpExecuteResponse response) throws IOException {
        return response.responseBody().orElseThrow().readAllBytes();
    }

    private static String text(JsonNode item, String name) {
        return item.path(name).path("S").asText();
    }

    private static JsonNode key(JsonNode item) {
        return Json.object().put("pk", text(item, "pk")).put("sk", text(item, "sk"));
    }
}
