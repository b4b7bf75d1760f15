package org.sprechstunde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.platform.AwsClients;
import org.sprechstunde.platform.CompleteEnvironment;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.platform.StubHttp;
import org.sprechstunde.platform.StubHttp.Answer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The SDK's own client beside ours: both say the same, and make the same of what DynamoDB says. */
final class DynamoDbCallsTest {
    private static final String TOKEN = "ClientRequestToken";

    /** What a client has sent, and what it made of the answers. */
    private record Played(List<JsonNode> sent, List<String> heads, Object result) {
        /** A token is drawn anew for each transaction; that there is one is compared. */
        List<JsonNode> comparable() {
            return sent.stream()
                    .map(JsonNode::<JsonNode>deepCopy)
                    .map(Played::tokenless)
                    .toList();
        }

        private static JsonNode tokenless(JsonNode body) {
            if (body instanceof ObjectNode object && object.has(TOKEN)) {
                object.put(TOKEN, "drawn");
            }
            return body;
        }
    }

    /** What the functions look at in an exception. */
    private record Thrown(Class<?> kind, int status, String code, boolean throttled, List<String> reasons) {
        static Thrown of(DynamoDbException e) {
            List<String> reasons = e instanceof TransactionCanceledException cancelled
                    ? cancelled.cancellationReasons().stream()
                            .map(reason -> reason.code() + " " + reason.item())
                            .toList()
                    : List.of();
            return new Thrown(
                    e.getClass(), e.statusCode(), e.awsErrorDetails().errorCode(), e.isThrottlingException(), reasons);
        }
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.close();
    }

    static Stream<DynamoDbQuestion> questions() {
        return DynamoDbQuestion.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void bothSayTheSameAndReadTheSame(DynamoDbQuestion question) {
        for (String answer : question.answers()) {
            Played theirs = play(this::theirs, question, new Answer(200, answer));
            Played ours = play(this::ours, question, new Answer(200, answer));

            assertThat(ours.heads).isEqualTo(theirs.heads).hasSize(1);
            assertThat(ours.comparable()).isEqualTo(theirs.comparable());
            assertThat(((SdkPojo) ours.result).equalsBySdkFields(theirs.result))
                    .as(question + ": " + answer)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
                "400 | com.amazonaws.dynamodb.v20120810#TransactionConflictException",
                "400 | com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
                "400 | com.amazon.coral.validate#ValidationException",
                "400 | com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
                "400 | com.amazonaws.dynamodb.v20120810#RequestLimitExceeded",
                "400 | com.amazonaws.dynamodb.v20120810#TransactionInProgressException",
                "400 | com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
                "400 | com.amazon.coral.availability#ThrottlingException",
                "400 | com.amazon.coral.service#AccessDeniedException",
                "500 | com.amazonaws.dynamodb.v20120810#InternalServerError",
                "503 | com.amazon.coral.availability#ServiceUnavailable"
            })
    void bothTryAgainTheSameAndRefuseTheSame(int status, String type) {
        String reasons =
                "[{\"Code\":\"None\"},{\"Code\":\"ThrottlingError\",\"Message\":\"m\",\"Item\":{\"pk\":{\"S\":\"a\"}}}]";
        Answer refusal = new Answer(
                status,
                "{\"__type\":\"" + type + "\",\"message\":\"private\",\"CancellationReasons\":" + reasons + "}");
        Answer refused = new Answer(400, "{\"__type\":\"x#ResourceNotFoundException\",\"Message\":\"private\"}");

        Played theirs = play(this::theirs, DynamoDbQuestion.TRANSACT, refusal, refused);
        Played ours = play(this::ours, DynamoDbQuestion.TRANSACT, refusal, refused);

        assertThat(ours.comparable()).isEqualTo(theirs.comparable());
        // What the functions know no name for is an exception of DynamoDB's all the same.
        assertThat(comparable(ours)).isEqualTo(comparable(theirs));
    }

    private static Thrown comparable(Played played) {
        Thrown thrown = (Thrown) played.result;
        boolean named = List.of(
                        "ConditionalCheckFailedException",
                        "TransactionConflictException",
                        "TransactionCanceledException")
                .contains(thrown.kind.getSimpleName());
        return named
                ? thrown
                : new Thrown(DynamoDbException.class, thrown.status, thrown.code, thrown.throttled, thrown.reasons);
    }

    /** Or what was lost on its way would be written twice. */
    @Test
    void aTransactionThatIsTriedAgainIsTheSameOne() {
        List<JsonNode> sent =
                play(this::ours, DynamoDbQuestion.TRANSACT, new Answer(503, ""), new Answer(200, "{}")).sent;

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst().path(TOKEN).asText()).hasSizeGreaterThan(30);
        assertThat(sent.getFirst()).isEqualTo(sent.getLast());
    }

    @Test
    void anotherTransactionIsAnotherOne() {
        StubHttp http = new StubHttp(_ -> new Answer(200, "{}"));
        var one = DynamoDbQuestion.TRANSACT.ask().apply(ours(http));
        var other = DynamoDbQuestion.TRANSACT.ask().apply(ours(http));

        assertThat(one).isEqualTo(other);
        assertThat(http.bodies()).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "<html>private</html>",
        "[]",
        "'{\"Item\":\"private\"}'",
        "'{\"Item\":{\"pk\":{\"L\":{}}}}'",
        "'{\"Item\":{\"pk\":{\"S\":\"private'",
        "''"
    })
    void whatIsNoAnswerOfDynamoDbsIsTakenForNone(String body) {
        Played played = play(this::ours, DynamoDbQuestion.GET, new Answer(200, body));

        assertThat(played.result).isEqualTo("DynamoDB has answered in no JSON");
    }

    @Test
    void noExceptionRepeatsWhatDynamoDbSays() {
        StubHttp http =
                new StubHttp(_ -> new Answer(400, "{\"__type\":\"x#ValidationException\",\"message\":\"private\"}"));
        DynamoDbClient client = ours(http);

        assertThatThrownBy(() -> DynamoDbQuestion.PUT.ask().apply(client))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageNotContaining("private")
                .hasNoCause();
    }

    private Played play(Function<StubHttp, DynamoDbClient> client, DynamoDbQuestion question, Answer... answers) {
        Deque<Answer> next = new ArrayDeque<>(List.of(answers));
        List<String> heads = new ArrayList<>();
        StubHttp http = new StubHttp(request -> {
            heads.add(head(request));
            return next.size() > 1 ? next.removeFirst() : Objects.requireNonNull(next.peek());
        });
        Object result;
        try {
            result = Objects.requireNonNull(question.ask().apply(client.apply(http)));
        } catch (DynamoDbException e) {
            result = Thrown.of(e);
        } catch (SdkClientException e) {
            result = Objects.requireNonNull(e.getMessage());
        }
        return new Played(http.bodies().stream().map(Json::read).toList(), heads, result);
    }

    private static String head(SdkHttpRequest request) {
        return Stream.of("Content-Type", "X-Amz-Target")
                .map(name -> request.firstMatchingHeader(name).orElse("none"))
                .reduce(request.method() + " " + request.getUri(), (all, one) -> all + " " + one);
    }

    private DynamoDbClient theirs(StubHttp http) {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClient(http)
                .build();
    }

    private DynamoDbClient ours(StubHttp http) {
        Settings settings = CompleteEnvironment.with(Map.of());
        return new DynamoDbCalls(new Platform(
                settings,
                Clock.systemUTC(),
                _ -> {},
                new SecureRandom(),
                threads,
                new AwsClients(settings.aws(), () -> http)));
    }
}
