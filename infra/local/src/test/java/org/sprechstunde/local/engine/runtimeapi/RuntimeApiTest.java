package org.sprechstunde.local.engine.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.engine.Engine.Outcome;

/** Speaks as a runtime client does. */
class RuntimeApiTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private RuntimeApi api;

    @BeforeEach
    void start() throws Exception {
        api = RuntimeApi.start("arn:function");
    }

    @AfterEach
    void stop() {
        api.close();
        http.close();
    }

    private CompletableFuture<Outcome> offer(String event) {
        var outcome = new CompletableFuture<Outcome>();
        api.offer(
                new Exchange("request-1", event.getBytes(StandardCharsets.UTF_8), Instant.ofEpochMilli(1234), outcome));
        return outcome;
    }

    private HttpResponse<String> call(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path));
        return http.send(
                body.isEmpty()
                        ? request.build()
                        : request.POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    @Test
    void anEventGoesToTheRuntimeAndItsAnswerComesBack() throws Exception {
        CompletableFuture<Outcome> outcome = offer("{\"a\":1}");

        HttpResponse<String> next = call("invocation/next", "");
        call("invocation/request-1/response", "{\"b\":2}");

        assertThat(next.body()).isEqualTo("{\"a\":1}");
        assertThat(next.headers().firstValue("lambda-runtime-aws-request-id")).contains("request-1");
        assertThat(next.headers().firstValue("lambda-runtime-deadline-ms")).contains("1234");
        assertThat(outcome.get())
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answer -> assertThat(answer.bytes())
                                .asString(StandardCharsets.UTF_8)
                                .isEqualTo("{\"b\":2}"));
    }

    @Test
    void anErrorIsKnownByItsTypeAlone() throws Exception {
        CompletableFuture<Outcome> outcome = offer("{}");

        call("invocation/next", "");
        call("invocation/request-1/error", "{\"errorMessage\":\"secret\",\"errorType\":\"java.lang.Error\"}");

        assertThat(outcome.get()).isEqualTo(new Outcome.Failed("java.lang.Error"));
    }

    @Test
    void aFunctionThatCannotStartFailsWhoeverWaits() throws Exception {
        CompletableFuture<Outcome> outcome = offer("{}");

        call("init/error", "{\"errorType\":\"java.lang.NoClassDefFoundError\"}");

        assertThat(outcome.get()).isEqualTo(new Outcome.Failed("java.lang.NoClassDefFoundError"));
    }
}
