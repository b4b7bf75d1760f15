package org.sprechstunde.acceptance.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.build.Seed;
import org.sprechstunde.acceptance.delivery.RandomWebhooks.Sent;
import org.sprechstunde.acceptance.wire.Interceptor;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.webhook.WebhookFunction;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** What WhatsApp tells of an answer, in any order, any number of times and in any bodies: it only moves forward. */
final class StatusTest {
    private static final long SEED = Seed.of("status");
    private static final int ROUNDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of("sent", "delivered", "read", "played", "failed", "warmed_up");

    /** From the least to the furthest that an answer can come to. */
    private static final List<String> STATES = List.of("accepted", "sent", "failed", "delivered", "read");

    private final Random random = new Random(SEED);
    private final Ticking clock = new Ticking();
    private final Set<String> known = new HashSet<>();
    private DeliveryTown town;
    private SdkHttpClient http;
    private WebhookFunction webhook;

    @BeforeEach
    void provision() throws Exception {
        SdkHttpClient store = DynamoDbLocal.inProcess(Repository.file("infra/local"));
        town = new DeliveryTown(clock);
        town.provision(store);
        http = new Obliging(new Mishaps(store, Mishaps.NONE, 1));
        webhook = town.webhook(http);
    }

    @Test
    @Tag("full")
    void whateverTheOrderAnAnswerStandsWhereItCameFurthest() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String enquiry = enquiry(round);
            String answer = answered(enquiry, "Antwort");
            List<String> words = random.ints(random.nextInt(8), 0, WORDS.size())
                    .mapToObj(WORDS::get)
                    .toList();

            tell(enquiry, answer, words);

            JsonNode opened = town.opened(http, enquiry);
            String furthest = furthest(words);
            JsonNode delivery = opened.path("messages").get(1).path("delivery");
            assertThat(delivery.path("state").asText())
                    .as("seed %d, %s", SEED, words)
                    .isEqualTo(furthest);
            assertThat(delivery.path("code").asInt()).isEqualTo(furthest.equals("failed") ? 131_026 : 0);
            assertThat(opened.has("waitingSince"))
                    .as("seed %d, %s", SEED, words)
                    .isEqualTo(furthest.equals("failed"));
        }
    }

    @Test
    void anOlderAnswerThatIsReadDoesNotHideThatANewerOneFailed() throws Exception {
        String enquiry = enquiry(1);
        String older = answered(enquiry, "Wir kommen am Montag.");
        String newer = answered(enquiry, "Doch erst am Dienstag.");
        tell(enquiry, newer, List.of("failed"));

        tell(enquiry, older, List.of("sent", "delivered", "read"));

        assertThat(town.opened(http, enquiry).has("waitingSince")).isTrue();
        tell(enquiry, newer, List.of("delivered"));
        assertThat(town.opened(http, enquiry).has("waitingSince")).isFalse();
    }

    @Test
    void aStatusOfAnAnswerThatIsGoneOrNeverWasIsForgotten() throws Exception {
        String enquiry = enquiry(1);
        String answer = answered(enquiry, "Antwort");
        JsonNode before = town.opened(http, enquiry);

        tell("0".repeat(32), answer, List.of("failed"));
        tell(enquiry, answer.replaceFirst("[0-9a-f]{8}$", "00000000"), List.of("read"));

        assertThat(town.opened(http, enquiry)).isEqualTo(before);
    }

    private static String furthest(List<String> words) {
        return words.stream()
                .map(word -> word.equals("played") ? "read" : word)
                .filter(STATES::contains)
                .reduce("accepted", (one, other) -> STATES.indexOf(one) > STATES.indexOf(other) ? one : other);
    }

    /** A new enquiry of a citizen who has just written. */
    private String enquiry(int number) throws IOException {
        String body = RandomWebhooks.body(List.of(new Sent(number, number, clock.instant())));
        assertThat(deliver(body)).isEqualTo(200);
        return town.enquiries(http).stream().filter(known::add).findFirst().orElseThrow();
    }

    private String answered(String enquiry, String text) throws IOException {
        JsonNode answer =
                DeliveryTown.call(town.reply(http), DeliveryTown.answering(enquiry, "key-" + text.hashCode(), text));
        assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
        return JSON.readTree(answer.path("body").asText()).path("id").asText();
    }

    /** All in one body, one by one, or anything between. */
    private void tell(String enquiry, String answer, List<String> words) throws IOException {
        List<String> left = new ArrayList<>(words);
        while (!left.isEmpty()) {
            List<String> together = left.subList(0, 1 + random.nextInt(left.size()));
            assertThat(deliver(body(enquiry + "/" + answer, together))).isEqualTo(200);
            together.clear();
        }
    }

    private int deliver(String body) throws IOException {
        return DeliveryTown.call(webhook, DeliveryTown.delivery(body))
                .path("statusCode")
                .asInt();
    }

    private static String body(String callback, List<String> words) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "whatsapp_business_account");
        ArrayNode statuses = body.putArray("entry")
                .addObject()
                .putArray("changes")
                .addObject()
                .put("field", "messages")
                .putObject("value")
                .putArray("statuses");
        for (String word : words) {
            ObjectNode status = statuses.addObject().put("id", "wamid.Answer").put("status", word);
            status.put("timestamp", Long.toString(Instant.EPOCH.getEpochSecond()))
                    .put("biz_opaque_callback_data", callback);
            if (word.equals("failed")) {
                status.putArray("errors").addObject().put("code", 131_026);
            }
        }
        return body.toString();
    }

    /** WhatsApp takes everything. */
    private static final class Obliging extends Interceptor {
        private final SdkHttpClient store;

        Obliging(SdkHttpClient store) {
            this.store = store;
        }

        @Override
        protected HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
            return request.httpRequest().host().startsWith("whatsapp")
                    ? response(200, "{\"messages\":[{\"id\":\"wamid.Answer\"}]}".getBytes(UTF_8))
                    : store.prepareRequest(request).call();
        }
    }
}
