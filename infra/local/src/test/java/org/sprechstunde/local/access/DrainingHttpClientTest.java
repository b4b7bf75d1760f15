package org.sprechstunde.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

final class DrainingHttpClientTest {
    private static final HttpExecuteRequest REQUEST = HttpExecuteRequest.builder()
            .request(SdkHttpRequest.builder()
                    .method(SdkHttpMethod.GET)
                    .uri(URI.create("https://town.example/"))
                    .build())
            .build();

    private final Held held = new Held();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        held.answer.countDown();
        threads.close();
    }

    /** Answers a call when it is told to. */
    private static final class Held implements SdkHttpClient {
        private final CountDownLatch called = new CountDownLatch(1);
        private final CountDownLatch answer = new CountDownLatch(1);
        private volatile boolean isClosed;

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    called.countDown();
                    await(answer);
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .build();
                }

                @Override
                public void abort() {
                    answer.countDown();
                }
            };
        }

        private static void await(CountDownLatch latch) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    @Test
    void whatIsUnderWayIsAnsweredBeforeItCloses() throws Exception {
        var client = new DrainingHttpClient(held, Duration.ofMinutes(1));
        Future<HttpExecuteResponse> answer =
                threads.submit(() -> client.prepareRequest(REQUEST).call());
        held.called.await();

        Future<?> closed = threads.submit(client::close);

        assertThatThrownBy(() -> closed.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(held.isClosed).isFalse();
        held.answer.countDown();
        assertThat(answer.get().httpResponse().statusCode()).isEqualTo(200);
        closed.get();
        assertThat(held.isClosed).isTrue();
    }

    @Test
    void whoComesAfterwardsIsRefused() {
        var client = new DrainingHttpClient(held);
        ExecutableHttpRequest prepared = client.prepareRequest(REQUEST);
        client.close();

        assertThatThrownBy(prepared::call).isInstanceOf(IOException.class).hasMessage("the client is closed");
        assertThat(held.called.getCount()).as("nobody asked").isEqualTo(1);
    }

    @Test
    void whatDoesNotEndKeepsItOpen() throws Exception {
        var client = new DrainingHttpClient(held, Duration.ZERO);
        Future<HttpExecuteResponse> answer =
                threads.submit(() -> client.prepareRequest(REQUEST).call());
        held.called.await();

        client.close();

        assertThat(held.isClosed).isFalse();
        held.answer.countDown();
        assertThat(answer.get().httpResponse().statusCode()).isEqualTo(200);
    }
}
