package org.sprechstunde.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.inbox.InboxFunction;
import org.sprechstunde.page.PageFunction;
import org.sprechstunde.reply.ReplyFunction;
import org.sprechstunde.resolve.ResolveFunction;
import org.sprechstunde.webhook.WebhookFunction;

/** A start brings what the first person needs, and leaves nothing behind: no item, no line in a log. */
@Isolated("what is said on the way out is listened to")
final class RehearsalTest {
    private static final String SECRET = Json.object()
            .put(
                    "SecretString",
                    "{\"appSecret\":\"s\",\"accessToken\":\"t\",\"verifyToken\":\"v\",\"pepper\":\"" + "p".repeat(43)
                            + "\",\"webhookStage\":\"hidden\"}")
            .toString();

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream terminal = System.out;
    private boolean broken;
    private HttpServer aws;
    private Platform platform;

    @BeforeEach
    void start() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", this::answer);
        aws.start();
        String address = "http://127.0.0.1:" + aws.getAddress().getPort();
        Map<String, String> environment = new HashMap<>(CompleteEnvironment.REQUIRED);
        List.of("DYNAMODB", "S3", "SECRETS_MANAGER", "SNS")
                .forEach(service -> environment.put("AWS_ENDPOINT_URL_" + service, address));
        environment.put("AWS_MAX_ATTEMPTS", "1");
        platform = Platform.of(environment, Clock.systemUTC());
        System.setOut(new PrintStream(said, true, UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(terminal);
        platform.close();
        aws.stop(0);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function(WebhookFunction::new, "BatchGetItem", "TransactWriteItems", "GetSecretValue"),
                function(InboxFunction::new, "GetSecretValue", "BatchGetItem"),
                function(ReplyFunction::new, "GetSecretValue", "GetItem"),
                function(ResolveFunction::new, "GetSecretValue", "GetItem", "GetItem", "Query"),
                function(PageFunction::new));
    }

    private static Arguments function(Function<Platform, HttpFunction> made, String... calls) {
        return Arguments.of(made, List.of(calls));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void itAsksForWhatNobodyHasAndSaysNothing(Function<Platform, HttpFunction> made, List<String> expected) {
        assertThat(made.apply(platform).rehearse()).isTrue();
        assertThat(calls).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(bodies).allMatch(body -> body.matches(".*(NOBODY|0{32}|SecretId|PERSON#).*"));
        assertThat(said.toString(UTF_8)).isEmpty();
    }

    /** The first person is told, or the second has better luck. The webhook asks for its secret while it asks its table. */
    @ParameterizedTest
    @MethodSource("functions")
    void whatFailsKeepsNothingFromStarting(Function<Platform, HttpFunction> made, List<String> expected) {
        broken = true;

        assertThat(made.apply(platform).rehearse()).isEqualTo(expected.isEmpty());
        assertThat(calls.size()).isBetween(Math.min(1, expected.size()), Math.min(2, expected.size()));
        assertThat(said.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("functions")
    @SuppressWarnings("NullAway") // it does not even ask how long it may take
    void whatOnlyKeepsItWarmAsksForNothing(Function<Platform, HttpFunction> made) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] event = "{\"detail-type\":\"Keep warm\"}".getBytes(UTF_8);

        made.apply(platform).handleRequest(new ByteArrayInputStream(event), out, null);

        assertThat(out.size()).isZero();
        assertThat(calls).isEmpty();
        assertThat(said.toString(UTF_8)).isEmpty();
    }

    private void answer(HttpExchange call) throws IOException {
        String target = call.getRequestHeaders().getFirst("X-Amz-Target").replaceFirst(".*\\.", "");
        calls.add(target);
        bodies.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
        byte[] body = (target.equals("GetSecretValue") ? SECRET : "{}").getBytes(UTF_8);
        call.sendResponseHeaders(broken ? 400 : 200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
