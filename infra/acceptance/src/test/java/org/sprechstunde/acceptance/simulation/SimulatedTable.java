package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** DynamoDB Local, which can also do half of what it is asked or answer from a lagging index, and which can mutate our calls. */
final class SimulatedTable {
    private final SdkHttpClient store;
    private final Map<String, byte[]> lagging = new HashMap<>();
    private Mutation mutation = Mutation.NONE;

    SimulatedTable(SdkHttpClient store) {
        this.store = store;
    }

    void restart(Mutation wanted) {
        mutation = wanted;
        lagging.clear();
    }

    HttpExecuteResponse answer(HttpExecuteRequest request, byte[] body, Fate fate) throws IOException {
        String operation =
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        ObjectNode call = (ObjectNode) Json.read(body);
        return switch (operation.substring(operation.indexOf('.') + 1)) {
            case "TransactWriteItems" -> transaction(request, call);
            case "BatchWriteItem" -> batchWrite(request, call, fate);
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
        }
        return pass(request, call);
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
        answer.set("UnprocessedItems", left);
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
        byte[] body = Json.bytes(call);
        return store.prepareRequest(HttpExecuteRequest.builder()
                        .request(request.httpRequest().toBuilder()
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
}
