package org.sprechstunde.local.emulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * DynamoDB Local without a socket: what a client sends goes straight to the server's own handler. In a thread of the server's,
 * as over a socket: a client whose patience ends interrupts its own, and the server would keep its locks for ever.
 */
final class DynamoDbInProcess implements SdkHttpClient {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("dynamodb-", 0).factory());

    private final JettyHandler handler;

    DynamoDbInProcess(JettyHandler handler) {
        this.handler = handler;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {
                // Nothing is under way that could be broken off.
            }
        };
    }

    private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        byte[] body = body(request);
        JettyHandler.Answer answer = done(THREADS.submit(() ->
                DynamoDbLocal.whileNoneIsMade(() -> handler.handle(http.method().name(), http.headers(), body))));
        SdkHttpResponse.Builder response = SdkHttpResponse.builder().statusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        return HttpExecuteResponse.builder()
                .response(response.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                .build();
    }

    /** A call is over when its caller goes on, interrupted or not. */
    private static JettyHandler.Answer done(Future<JettyHandler.Answer> answer) throws IOException {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                } catch (ExecutionException e) {
                    throw new IOException(e.getCause());
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return new byte[0];
        }
        try (InputStream stream = request.contentStreamProvider().get().newStream()) {
            return stream.readAllBytes();
        }
    }

    @Override
    public String clientName() {
        return "DynamoDbInProcess";
    }

    @Override
    public void close() {
        // The store lives as long as its class path; several clients may share it.
    }
}
