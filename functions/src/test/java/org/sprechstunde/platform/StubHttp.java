package org.sprechstunde.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers every call by itself, and remembers what was sent. */
public final class StubHttp implements SdkHttpClient {
    private final Function<SdkHttpRequest, Answer> answers;
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

    /** A status and a body. */
    public record Answer(int status, String body) {}

    public StubHttp(Function<SdkHttpRequest, Answer> answers) {
        this.answers = answers;
    }

    /** What was sent, in order. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        bodies.add(body(request));
        Answer answer = answers.apply(request.httpRequest());
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return response(answer);
            }

            @Override
            public void abort() {
                // Nothing is on its way.
            }
        };
    }

    private static HttpExecuteResponse response(Answer answer) {
        var body = new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8));
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(answer.status()).build())
                .responseBody(AbortableInputStream.create(body))
                .build();
    }

    private static String body(HttpExecuteRequest request) {
        return request.contentStreamProvider()
                .map(provider -> {
                    try (InputStream stream = provider.newStream()) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse("");
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
