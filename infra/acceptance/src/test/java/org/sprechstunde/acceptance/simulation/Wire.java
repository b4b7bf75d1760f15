package org.sprechstunde.acceptance.simulation;

import java.io.IOException;
import java.util.Optional;
import org.sprechstunde.acceptance.wire.Interceptor;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The one HTTP client of the functions: asks the scheduler before each call, and takes it where it belongs. */
final class Wire extends Interceptor {
    static final String SECRETS = "secrets.simulated";
    static final String TABLE = "table.simulated";
    private static final String SECRET = Json.object()
            .put(
                    "SecretString",
                    "{\"appSecret\":\"app\",\"accessToken\":\"token\",\"verifyToken\":\"verify\",\"pepper\":\"pepper\"}")
            .toString();

    private final SimulatedTable table;
    private final SimulatedBucket bucket;
    private final Graph graph;

    Wire(SimulatedTable table, SimulatedBucket bucket, Graph graph) {
        this.table = table;
        this.bucket = bucket;
        this.graph = graph;
    }

    @Override
    protected HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        if (http.host().equals(SECRETS)) {
            return response(Graph.Answer.json(SECRET));
        }
        Fate fate = Scheduler.point(name(http));
        if (fate == Fate.FAIL_BEFORE) {
            throw new IOException("simulated: not sent");
        }
        HttpExecuteResponse response = taken(request, fate);
        if (fate == Fate.FAIL_AFTER) {
            response.responseBody().ifPresent(AbortableInputStream::abort);
            throw new IOException("simulated: no answer");
        }
        return response;
    }

    private HttpExecuteResponse taken(HttpExecuteRequest request, Fate fate) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        if (http.host().equals(TABLE)) {
            return table.answer(request, body(request), fate);
        }
        boolean partly = fate == Fate.PARTLY;
        return switch (http.host()) {
            case Graph.HOST ->
                response(partly ? Graph.BUSY : graph.answer(http.method().name(), http.encodedPath(), body(request)));
            case Graph.MEDIA -> response(graph.download(http.encodedPath()).cut(partly));
            default -> partly ? bucket.partly(request) : bucket.pass(request);
        };
    }

    /** Method and place without ids, for the trace. */
    private static String name(SdkHttpRequest http) {
        Optional<String> target = http.firstMatchingHeader("X-Amz-Target");
        return target.map(operation -> operation.substring(operation.indexOf('.') + 1))
                .orElseGet(() -> http.method() + " " + (http.host().endsWith("simulated") ? http.host() : "bucket"));
    }

    static HttpExecuteResponse response(Graph.Answer answer) {
        return response(answer.status(), answer.body());
    }
}
