package org.sprechstunde.acceptance.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.delivery.RandomWebhooks.Sent;
import org.sprechstunde.acceptance.wire.Interceptor;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.webhook.WebhookFunction;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Many messages in one body: citizens go side by side, and one citizen's messages share transactions. */
final class BatchTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-24T09:00:00Z");
    private static final int CITIZENS = 40;

    private final DeliveryTown town = town();
    private SdkHttpClient store;
    private Mishaps counted;

    private static DeliveryTown town() {
        try {
            return new DeliveryTown(new Ticking());
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

    /** Brought again, as WhatsApp does, where the store of a slow machine lets a lane wait too long. */
    @Test
    @Tag("full")
    void aThousandMessagesOfOneSecondAreStoredInTheOrderInWhichTheyCame() throws Exception {
        WebhookFunction webhook = town.webhook(counted);
        String body = RandomWebhooks.body(messages(1000, CITIZENS));

        await().until(() -> deliver(webhook, body) == 200);

        assertThat(town.shown(store))
                .hasSize(CITIZENS)
                .allSatisfy(texts ->
                        assertThat(numbers(texts)).hasSize(1000 / CITIZENS).isSorted());
    }

    @Test
    void eachCitizensMessagesTakeOneReadAndOneTransaction() throws Exception {
        int status = deliver(town.webhook(counted), RandomWebhooks.body(messages(3 * CITIZENS, CITIZENS)));

        assertThat(status).isEqualTo(200);
        assertThat(counted.calls()).isEqualTo(2 * CITIZENS);
    }

    @Test
    void whatWasSeenBeforeIsLeftOutAndTheRestIsStored() throws Exception {
        WebhookFunction webhook = town.webhook(counted);
        deliver(webhook, RandomWebhooks.body(messages(10, 1)));

        int status = deliver(webhook, RandomWebhooks.body(messages(30, 1)));

        assertThat(status).isEqualTo(200);
        assertThat(numbers(town.shown(store).getFirst()))
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
    }

    @Test
    void aMessageThatOneBodyBringsTwiceIsStoredOnce() throws Exception {
        List<Sent> messages = messages(3, 1);

        int status = deliver(
                town.webhook(counted),
                RandomWebhooks.body(List.of(messages.get(0), messages.get(1), messages.get(0), messages.get(2))));

        assertThat(status).isEqualTo(200);
        assertThat(numbers(town.shown(store).getFirst())).containsExactly(0, 1, 2);
    }

    @Test
    void whatTheStoreNeverTakesTogetherIsTakenOneByOne() throws Exception {
        int status = deliver(town.webhook(new Strict(counted)), RandomWebhooks.body(messages(5, 1)));

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
        return DeliveryTown.call(webhook, DeliveryTown.delivery(body))
                .path("statusCode")
                .asInt();
    }

    /** A store that refuses transactions with more than one seen mark, as it does those that are too large for it. */
    private static final class Strict extends Interceptor {
        private static final String MARK = "SEEN#";

        private final SdkHttpClient store;

        Strict(SdkHttpClient store) {
            this.store = store;
        }

        @Override
        protected HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
            String body = new String(body(request), UTF_8);
            boolean tooMuch = body.contains("TransactItems") && body.indexOf(MARK) != body.lastIndexOf(MARK);
            return tooMuch
                    ? response(400, "{\"__type\":\"ValidationException\"}".getBytes(UTF_8))
                    : store.prepareRequest(request).call();
        }
    }
}
