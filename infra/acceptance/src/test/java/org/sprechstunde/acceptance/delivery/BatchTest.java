package org.sprechstunde.acceptance.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.delivery.Webhooks.Sent;
import org.sprechstunde.acceptance.repository.Repository;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.webhook.WebhookFunction;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Many messages in one body: citizens go side by side, and one citizen's messages share transactions. */
final class BatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant WRITTEN = Instant.parse("2026-11-24T09:00:00Z");
    private static final int CITIZENS = 40;

    private final Town town = town();
    private SdkHttpClient store;
    private Mishaps counted;

    private static Town town() {
        try {
            return new Town(new Ticking());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void provision() throws Exception {
        store = DynamoDbLocal.inProcess(Repository.file("infra/local"));
        town.provision(store);
        counted = new Mishaps(store, Mishaps.NONE, 1);
    }

    @Test
    void aThousandMessagesOfOneSecondAreStoredInTheOrderInWhichTheyCame() throws Exception {
        int status = deliver(town.webhook(counted), Webhooks.body(messages(1000, CITIZENS)));

        assertThat(status).isEqualTo(200);
        assertThat(town.shown(store))
                .hasSize(CITIZENS)
                .allSatisfy(texts ->
                        assertThat(numbers(texts)).hasSize(1000 / CITIZENS).isSorted());
        // One read and one transaction each.
        assertThat(counted.calls()).isEqualTo(2 * CITIZENS);
    }

    @Test
    void whatWasSeenBeforeIsLeftOutAndTheRestIsStored() throws Exception {
        WebhookFunction webhook = town.webhook(counted);
        deliver(webhook, Webhooks.body(messages(10, 1)));

        int status = deliver(webhook, Webhooks.body(messages(30, 1)));

        assertThat(status).isEqualTo(200);
        assertThat(numbers(town.shown(store).getFirst()))
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
    }

    @Test
    void aMessageThatOneBodyBringsTwiceIsStoredOnce() throws Exception {
        List<Sent> messages = messages(3, 1);

        int status = deliver(
                town.webhook(counted),
                Webhooks.body(List.of(messages.get(0), messages.get(1), messages.get(0), messages.get(2))));

        assertThat(status).isEqualTo(200);
        assertThat(numbers(town.shown(store).getFirst())).containsExactly(0, 1, 2);
    }

    @Test
    void whatTheStoreNeverTakesTogetherIsTakenOneByOne() throws Exception {
        int status = deliver(town.webhook(new Strict(counted)), Webhooks.body(messages(5, 1)));

        assertThat(status).isEqualTo(200);
        assertThat(numbers(town.shown(store).getFirst())).containsExactly(0, 1, 2, 3, 4);
    }

    private static List<Sent> messages(int count, int citizens) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Sent(number, number % citizens, WRITTEN))
                .toList();
    }

    private static List<Integer> numbers(List<String> texts) {
        return texts.stream()
                .map(text -> Integer.valueOf(text.replaceAll("\\D", "")))
                .toList();
    }

    private static int deliver(WebhookFunction webhook, String body) throws IOException {
        return Town.call(webhook, Town.delivery(body)).path("statusCode").asInt();
    }

    /** A store that refuses transactions with more than one seen mark, as it does those that are too large for it. */
    private record Strict(SdkHttpClient store) implements SdkHttpClient {
        private static final String MARK = "SEEN#";

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return isTooMuch(request) ? refusal() : store.prepareRequest(request);
        }

        private static boolean isTooMuch(HttpExecuteRequest request) {
            String body = request.contentStreamProvider()
                    .map(content -> {
                        try (var stream = content.newStream()) {
                            return new String(stream.readAllBytes(), UTF_8);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .orElse("");
            return body.contains("TransactItems") && body.indexOf(MARK) != body.lastIndexOf(MARK);
        }

        private static ExecutableHttpRequest refusal() {
            ObjectNode refusal = JSON.createObjectNode().put("__type", "ValidationException");
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(400).build())
                            .responseBody(AbortableInputStream.create(
                                    new ByteArrayInputStream(refusal.toString().getBytes(UTF_8))))
                            .build();
                }

                @Override
                public void abort() {
                    // There is nothing under way.
                }
            };
        }

        @Override
        public void close() {
            // The store is closed by whoever opened it.
        }
    }
}
