package org.sprechstunde.acceptance.simulation;

import java.io.IOException;
import org.sprechstunde.acceptance.wire.Interceptor;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Asks once more where a connection broke: S3Proxy closes what has been idle just as it is taken again.
 * Faults are the scheduler's alone, or a seed would not be the whole run.
 */
final class OnceMore extends Interceptor {
    private final SdkHttpClient http;

    OnceMore(SdkHttpClient http) {
        this.http = http;
    }

    @Override
    protected HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        try {
            return http.prepareRequest(request).call();
        } catch (IOException broken) {
            return http.prepareRequest(request).call();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
