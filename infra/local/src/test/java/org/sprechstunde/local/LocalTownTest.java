package org.sprechstunde.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.sprechstunde.emulator.chat.Citizen;

/** The whole town with the real template and the real functions. */
@Isolated("it counts all threads")
class LocalTownTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static LocalTown town;

    @BeforeAll
    static void start() {
        town = LocalTown.start(Options.forTest());
    }

    @AfterAll
    static void stop() {
        town.close();
        HTTP.close();
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(town.page().resolve(path));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode enquiries() throws Exception {
        return new ObjectMapper()
                .readTree(get("/api/enquiries", town.token()).body())
                .path("enquiries");
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now())
                    .as("waiting for what a moment should bring")
                    .isBefore(end);
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    @Test
    void theGatewayRefusesAsOnAws() throws Exception {
        assertThat(get("/api/enquiries", "").statusCode()).isEqualTo(401);
        assertThat(get("/api/enquiries", town.token("other")).body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(get("/nowhere", "").body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void theConfigurationNamesTheServerThatTokensComeFrom() throws Exception {
        JsonNode configuration =
                new ObjectMapper().readTree(get("/config.json", "").body());

        assertThat(configuration.path("issuer").asText())
                .isEqualTo(town.issuer().toString());
    }

    @Test
    void aMessageArrivesItsTaskIsDoneAndTimeErasesIt() throws Exception {
        Citizen citizen = town.meta().citizens().withPhone("Erika Beispiel");

        town.meta().sendText(citizen, "Die Laterne vor Nummer 7 ist aus.");

        await(() -> enquiries().size() == 1);
        await(() -> town.meta().conversation(citizen).size() == 2);

        town.advance(Duration.ofDays(31));
        town.invoke("SweepFunction", "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\"}");

        await(() -> enquiries().isEmpty());
    }

    @Test
    void twoTownsStandSideBySide() throws Exception {
        try (LocalTown other = LocalTown.start(Options.forTest())) {
            URI configuration = other.page().resolve("/config.json");
            var answer = HTTP.send(HttpRequest.newBuilder(configuration).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(other.dynamoDb()).isNotEqualTo(town.dynamoDb());
        }
    }

    /** Each of them had left some fifty threads of its clients, until thousands of them stood about after all tests. */
    @Test
    void aTownThatHasStoppedLeavesHardlyAThread() throws Exception {
        startAndStop();
        int before = threads();

        for (int number = 0; number < 3; number++) {
            startAndStop();
        }

        await(() -> threads() < before + 10);
    }

    private static void startAndStop() throws Exception {
        try (LocalTown other = LocalTown.start(Options.forTest())) {
            Citizen citizen = other.meta().citizens().withPhone("Erika Beispiel");
            other.meta().sendText(citizen, "Die Laterne vor Nummer 7 ist aus.");
            await(() -> other.meta().conversation(citizen).size() == 2);
        }
    }

    private static int threads() {
        return Thread.getAllStackTraces().size();
    }

    @Test
    void aTownMayUseStoresThatRunElsewhereAndHasItsOwnThere() throws Exception {
        Options options = Options.forTest()
                .withEnvironment("AWS_ENDPOINT_URL_DYNAMODB", town.dynamoDb().toString())
                .withEnvironment("AWS_ENDPOINT_URL_S3", town.s3().toString());

        try (LocalTown other = LocalTown.start(options)) {
            assertThat(other.dynamoDb()).isEqualTo(town.dynamoDb());
            assertThat(other.stores().table().listTables().tableNames())
                    .containsExactlyInAnyOrder(town.table(), other.table())
                    .doesNotHaveDuplicates();
            assertThat(other.stores().bucket().listBuckets().buckets()).hasSize(2);
        }
    }
}
