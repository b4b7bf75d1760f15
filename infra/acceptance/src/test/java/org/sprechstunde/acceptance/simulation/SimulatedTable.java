package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** DynamoDB Local, which can also do half of what it is asked answer from a lagging index, or refuse for now. */
final class SimulatedTable {
    private static final byte[] NOTHING_YET = "{\"Items\":[],\"Count\":0}".getBytes(StandardCharsets.UTF_8);
    private static final SimulatedWhatsApp.Answer THROTTLED = new SimulatedWhatsApp.Answer(
            400,
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"}"
                    .getBytes(StandardCharsets.UTF_8));

    private final SdkHttpClient store;
    private final Map<String, byte[]> latest = new HashMap<>();
    private final Map<String, byte[]> former = new HashMap<>();
    private int lags;

    /** Where a batch call has its parts, and where its answer names what was left. */
    private enum Half {
        WRITE("UnprocessedItems"),
        READ("UnprocessedKeys");

        private final String rest;

        Half(String rest) {
            this.rest = rest;
        }

        private ArrayNode parts(JsonNode ofTable) {
            return (ArrayNode) (this == WRITE ? ofTable : ofTable.path("Keys"));
        }
    }

    SimulatedTable(SdkHttpClient store) {
        this.store = store;
    }

    void restart() {
        latest.clear();
        former.clear();
        lags = 0;
    }

    /** How often the index has answered with what once was. */
    int lags() {
        return lags;
    }

    HttpExecuteResponse answer(HttpExecuteRequest request, byte[] body, CallFate fate) throws IOException {
        String operation =
                request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        ObjectNode call = (ObjectNode) Json.read(body);
        return switch (operation.substring(operation.indexOf('.') + 1)) {
            case "BatchWriteItem" -> batch(request, call, fate, Half.WRITE);
            case "BatchGetItem" -> batch(request, call, fate, Half.READ);
            case "Query" -> query(request, call, fate);
            case "Scan" -> scan(request, call, fate);
            default -> fate == CallFate.PARTLY ? Wire.response(THROTTLED) : pass(request, call);
        };
    }

    /** Does the first half of a batch and names the rest. */
    private HttpExecuteResponse batch(HttpExecuteRequest request, ObjectNode call, CallFate fate, Half half)
            throws IOException {
        if (fate != CallFate.PARTLY) {
            return pass(request, call);
        }
        ObjectNode left = call.path("RequestItems").deepCopy();
        boolean nothing = true;
        for (Map.Entry<String, JsonNode> table : call.path("RequestItems").properties()) {
            ArrayNode all = half.parts(table.getValue());
            ArrayNode rest = half.parts(left.path(table.getKey()));
            int done = all.size() / 2;
            IntStream.range(0, done).forEach(_ -> rest.remove(0));
            IntStream.range(done, all.size()).forEach(_ -> all.remove(done));
            nothing &= done == 0;
        }
        ObjectNode answer = nothing ? Json.object() : (ObjectNode) Json.read(bytes(pass(request, call)));
        answer.set(half.rest, left);
        return Wire.response(new SimulatedWhatsApp.Answer(200, Json.bytes(answer)));
    }

    /** A scan is no moment: what comes while it goes on may lie where it has been already, what goes where it has not yet. */
    private HttpExecuteResponse scan(HttpExecuteRequest request, ObjectNode call, CallFate fate) throws IOException {
        if (fate != CallFate.PARTLY) {
            return pass(request, call);
        }
        ObjectNode answer = (ObjectNode) Json.read(bytes(pass(request, call)));
        ArrayNode items = (ArrayNode) answer.path("Items");
        int seen = items.size() / 2;
        while (items.size() > seen) {
            items.remove(seen);
        }
        return Wire.response(new SimulatedWhatsApp.Answer(200, Json.bytes(answer)));
    }

    private HttpExecuteResponse query(HttpExecuteRequest request, ObjectNode call, CallFate fate) throws IOException {
        if (!call.has("IndexName")) {
            return fate == CallFate.PARTLY ? Wire.response(THROTTLED) : pass(request, call);
        }
        String list = call.at("/ExpressionAttributeValues/:list/S").asText();
        if (fate == CallFate.PARTLY) {
            lags++;
            return Wire.response(new SimulatedWhatsApp.Answer(200, former.getOrDefault(list, NOTHING_YET)));
        }
        byte[] now = bytes(pass(request, call));
        byte[] before = latest.getOrDefault(list, NOTHING_YET);
        if (!Arrays.equals(before, now)) {
            former.put(list, before);
            latest.put(list, now);
        }
        return Wire.response(new SimulatedWhatsApp.Answer(200, now));
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
}
