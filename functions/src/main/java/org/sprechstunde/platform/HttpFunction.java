package org.sprechstunde.platform;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** A function behind the HTTP API: bytes in, bytes out, and nothing but a clean {@link HandlerFailure} escapes. */
public abstract class HttpFunction implements RequestStreamHandler {
    /** What the schedule says that keeps an instance from being put away; whatever the API hands over names a route. */
    private static final String KEEP_WARM = "Keep warm";

    private static final String SNAPSHOT = "snap-start";

    /** What only those may ask who are admitted. */
    private static final String INNER = " /api/";

    private static final String CLAIMS = "/requestContext/authorizer/jwt/claims";

    private final Platform platform;
    private final Optional<Admission> admission;

    protected HttpFunction(Platform platform) {
        this.platform = platform;
        this.admission = platform.settings().login().admission();
    }

    /** Answers one request; an exception means that the environment is broken and becomes a 500. */
    protected abstract ApiResponse answer(ApiRequest request);

    /** What {@link #rehearse} answers; changes nothing, and is nothing that a log would tell of. */
    protected abstract Rehearsal rehearsal();

    @Override
    public final void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        ApiResponse response;
        try {
            JsonNode json = Json.read(event.readAllBytes());
            if (isKeepWarm(json)) {
                return;
            }
            response = isAdmitted(json)
                    ? answer(ApiRequest.of(json, () -> Duration.ofMillis(context.getRemainingTimeInMillis())))
                    : ApiResponse.problem(Problem.NOT_ADMITTED);
        } catch (Exception e) {
            throw HandlerFailure.of(e);
        }
        response.write(out);
    }

    /** The gateway has verified the token and its scope, and asks for nothing else that stands in it. */
    private boolean isAdmitted(JsonNode event) {
        boolean isInner = event.path("routeKey").asText().contains(INNER);
        return !isInner || admission.isEmpty() || admission.get().admits(event.at(CLAIMS));
    }

    private static boolean isKeepWarm(JsonNode event) {
        return event.path("detail-type").asText().equals(KEEP_WARM) && !event.has("routeKey");
    }

    /**
     * Answers nobody, at the end of a start. Not before a snapshot is taken: neither connections nor secrets belong in it.
     * What fails here will fail for somebody, and is told then.
     *
     * @return whether there was an answer
     */
    public final boolean rehearse() {
        if (SNAPSHOT.equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            new SignedCalls(platform).loadForSnapshot();
            return false;
        }
        try {
            answer(ApiRequest.of(Json.read(rehearsal().event()), () -> Duration.ZERO))
                    .write(OutputStream.nullOutputStream());
            return true;
        } catch (Exception _) {
            return false;
        }
    }
}
