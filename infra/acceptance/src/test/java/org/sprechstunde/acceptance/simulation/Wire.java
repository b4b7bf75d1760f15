package org.sprechstunde.acceptance.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.sprechstunde.acceptance.wire.Interceptor;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.platform.Json;
import org.sprechstunde.whatsapp.CarriedIds;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The one HTTP client of the functions: asks the scheduler before each call, and takes it where it belongs. */
final class Wire extends Interceptor {
    static final String SECRETS = "secrets.simulated";
    static final String TABLE = "table.simulated";
    static final String KMS = "kms.simulated";
    private static final String PEPPER = "pepper";

    /** Opens what only the town can open, without a step of the town's. */
    static final CarriedIds CARRIED = new CarriedIds(() -> new Pseudonyms(PEPPER.getBytes(UTF_8)), new SecureRandom());

    private static final String SECRET = Json.object()
            .put(
                    "SecretString",
                    Json.object()
                            .put("appSecret", "app")
                            .put("accessToken", "token")
                            .put("verifyToken", "verify")
                            .put("pepper", PEPPER)
                            .toString())
            .toString();

    private final SimulatedTable table;
    private final SimulatedBucket bucket;
    private final SimulatedWhatsApp simulatedWhatsApp;

    Wire(SimulatedTable table, SimulatedBucket bucket, SimulatedWhatsApp simulatedWhatsApp) {
        this.table = table;
        this.bucket = bucket;
        this.simulatedWhatsApp = simulatedWhatsApp;
    }

    @Override
    protected HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        if (http.host().equals(SECRETS)) {
            return response(SimulatedWhatsApp.Answer.json(SECRET));
        }
        CallFate fate = StepScheduler.point(name(http));
        if (fate == CallFate.FAIL_BEFORE) {
            throw new IOException("simulated: not sent");
        }
        HttpExecuteResponse response = taken(request, fate);
        if (fate == CallFate.FAIL_AFTER) {
            response.responseBody().ifPresent(AbortableInputStream::abort);
            throw new IOException("simulated: no answer");
        }
        return response;
    }

    private HttpExecuteResponse taken(HttpExecuteRequest request, CallFate fate) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        if (http.host().equals(TABLE)) {
            return table.answer(request, body(request), fate);
        }
        if (http.host().equals(KMS)) {
            return response(SimulatedKms.answer(body(request), fate));
        }
        boolean partly = fate == CallFate.PARTLY;
        return switch (http.host()) {
            case SimulatedWhatsApp.HOST ->
                response(
                        partly
                                ? simulatedWhatsApp.busy(http.encodedPath(), body(request))
                                : simulatedWhatsApp.answer(
                                        http.method().name(),
                                        http.encodedPath(),
                                        http.rawQueryParameters().containsKey("phone_number_id"),
                                        body(request)));
            case SimulatedWhatsApp.MEDIA ->
                response(simulatedWhatsApp.download(http.encodedPath()).cut(partly));
            default -> partly ? bucket.partly(request) : bucket.pass(request);
        };
    }

    /** Method and place without ids, for the trace. */
    private static String name(SdkHttpRequest http) {
        Optional<String> target = http.firstMatchingHeader("X-Amz-Target");
        return target.map(operation -> operation.substring(operation.indexOf('.') + 1))
                .orElseGet(() -> http.method() + " " + (http.host().endsWith("simulated") ? http.host() : "bucket"));
    }

    static HttpExecuteResponse response(SimulatedWhatsApp.Answer answer) {
        return response(answer.status(), answer.body());
    }
}
