package org.sprechstunde.acceptance.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.acceptance.conditions.ConditionMutant.ConditionedWrite;
import org.sprechstunde.acceptance.wire.Interceptor;
import org.sprechstunde.platform.Json;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** On the way to the table: sees each write's condition, can change one, and lets something come between. */
final class ConditionWire extends Interceptor {
    private static final String CONDITION = "ConditionExpression";
    private static final String CHANGE = "UpdateExpression";

    private static final byte[] SECRET = Json.bytes(Json.object()
            .put(
                    "SecretString",
                    Json.object()
                            .put("appSecret", "app")
                            .put("accessToken", "token")
                            .put("verifyToken", "verify")
                            .put("pepper", "pepper")
                            .toString()));

    private final SdkHttpClient store;
    private final Set<ConditionedWrite> seen = new LinkedHashSet<>();
    private final Map<Integer, Runnable> before = new HashMap<>();
    private int calls;
    private Optional<ConditionMutant> mutant = Optional.empty();
    private Optional<Runnable> meanwhile = Optional.empty();

    ConditionWire(SdkHttpClient store) {
        this.store = store;
    }

    /** Every conditioned write since the last time. */
    Set<ConditionedWrite> seen() {
        Set<ConditionedWrite> since = Set.copyOf(seen);
        seen.clear();
        return since;
    }

    /** How often the table was called since the last time. */
    int calls() {
        int since = calls;
        calls = 0;
        return since;
    }

    /** Somebody else does {@code other} just before the call of this number, from 1, since the calls were counted last. */
    void before(int call, Runnable other) {
        before.put(call, other);
    }

    /** From now on; empty for none. */
    void breaks(Optional<ConditionMutant> broken) {
        mutant = broken;
        meanwhile = Optional.empty();
    }

    /** Somebody else is faster: {@code other} is done just before the next write. */
    void meanwhile(Runnable other) {
        meanwhile = Optional.of(other);
    }

    /** A mutant that is none: what the table cannot read says nothing of our conditions. */
    private static final class NotTheTablesLanguage extends Error {
        private static final long serialVersionUID = 1L;

        NotTheTablesLanguage(String call) {
            super(call);
        }
    }

    @Override
    protected HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        JsonNode call = Json.read(body(request));
        if (call.has("SecretId")) {
            return response(200, SECRET);
        }
        calls++;
        Optional.ofNullable(before.remove(calls)).ifPresent(Runnable::run);
        Iterable<JsonNode> writes = call.findParents(CONDITION);
        if (writes.iterator().hasNext()) {
            Optional<Runnable> other = meanwhile;
            meanwhile = Optional.empty();
            other.ifPresent(Runnable::run);
        }
        writes.forEach(write -> changed((ObjectNode) write));
        return passed(request, Json.bytes(call));
    }

    private void changed(ObjectNode write) {
        String change = write.has(CHANGE) ? write.path(CHANGE).asText() : write.has("Item") ? "PUT" : "DELETE or check";
        String condition = write.path(CONDITION).asText();
        seen.add(new ConditionedWrite(change, condition));
        mutant.flatMap(broken -> broken.instead(change, condition)).ifPresent(other -> write.put(CONDITION, other));
    }

    private HttpExecuteResponse passed(HttpExecuteRequest request, byte[] body) throws IOException {
        HttpExecuteResponse answer = store.prepareRequest(HttpExecuteRequest.builder()
                        .request(request.httpRequest().toBuilder()
                                .putHeader("Content-Length", Integer.toString(body.length))
                                .build())
                        .contentStreamProvider(() -> new ByteArrayInputStream(body))
                        .build())
                .call();
        byte[] said = answer.responseBody().orElseThrow().readAllBytes();
        if (new String(said, StandardCharsets.UTF_8).contains("Validation")) {
            throw new NotTheTablesLanguage(new String(body, StandardCharsets.UTF_8));
        }
        return response(answer.httpResponse().statusCode(), said);
    }
}
