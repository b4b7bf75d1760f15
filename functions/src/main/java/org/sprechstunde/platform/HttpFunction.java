package org.sprechstunde.platform;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A function behind the HTTP API: bytes in, bytes out, and nothing but a clean {@link HandlerFailure} escapes. */
public abstract class HttpFunction implements RequestStreamHandler {

    /** Answers one request; an exception means that the environment is broken and becomes a 500. */
    protected abstract ApiResponse answer(ApiRequest request);

    @Override
    public final void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        ApiResponse response;
        try {
            response = answer(ApiRequest.read(event, () -> Duration.ofMillis(context.getRemainingTimeInMillis())));
        } catch (Exception e) {
            throw HandlerFailure.of(e);
        }
        response.write(out);
    }
}
