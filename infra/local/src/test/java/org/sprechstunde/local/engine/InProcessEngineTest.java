package org.sprechstunde.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.engine.Engine.Outcome;
import org.sprechstunde.local.output.FunctionLog;
import org.sprechstunde.local.template.FunctionSpec;
import org.sprechstunde.platform.Platform;
import software.amazon.awssdk.core.exception.SdkServiceException;

class InProcessEngineTest {
    private static final Map<String, String> GIVEN =
            Map.of("AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret");
    private static final Clock THEN = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final FunctionLog log = new FunctionLog(_ -> {});
    private final InProcessEngine engine = new InProcessEngine(new FunctionEnvironment(GIVEN), THEN, log, Map.of());

    @AfterEach
    void close() {
        engine.close();
    }

    /** Answers with what it was given, the town's name, the clock and the time left. */
    public static final class Echo implements RequestStreamHandler {
        private final Platform platform;

        public Echo(Platform platform) {
            this.platform = platform;
        }

        @Override
        @SuppressWarnings("SystemOut") // as functions log
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            System.out.println("hello from " + context.getFunctionName());
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8) + " "
                    + platform.settings().town() + " " + platform.clock().instant() + " "
                    + (context.getRemainingTimeInMillis() > 500);
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Counts the records of an event. */
    public static final class Count implements RequestHandler<DynamodbEvent, Integer> {
        public Count(Platform platform) {
            assertThat(platform).isNotNull();
        }

        @Override
        public Integer handleRequest(DynamodbEvent event, Context context) {
            assertThat(event.getRecords())
                    .allSatisfy(record -> assertThat(record.getDynamodb().getKeys())
                            .hasEntrySatisfying(
                                    "sk", key -> assertThat(key.getS()).startsWith("TASK#")));
            return event.getRecords().size();
        }
    }

    /** Throws what must not be logged. */
    public static final class Broken implements RequestStreamHandler {
        public Broken(Platform platform) {
            assertThat(platform).isNotNull();
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {
            throw new IllegalStateException("the citizen's name");
        }
    }

    /** Never comes back by itself. */
    public static final class Hanging implements RequestStreamHandler {
        public Hanging(Platform platform) throws InterruptedException {
            Thread.sleep(Duration.ofSeconds(platform.settings().town().isEmpty() ? 1 : 0));
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** Asks for a secret, which its role does not grant. */
    public static final class Curious implements RequestStreamHandler {
        private final Platform platform;

        public Curious(Platform platform) {
            this.platform = platform;
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            try {
                platform.secrets().current();
            } catch (SdkServiceException e) {
                out.write(Integer.toString(e.statusCode()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private Outcome invoke(Class<?> handler, String event) {
        return engine.invoke(function(handler), event.getBytes(StandardCharsets.UTF_8));
    }

    private static FunctionSpec function(Class<?> handler) {
        Map<String, String> environment =
                new HashMap<>(Map.of("TOWN", "Heringen", "SIGNS", "read", "CITIZEN_LANGUAGES", "de"));
        for (String name : List.of(
                "TABLE", "BUCKET", "SECRET", "TOWN_HALL_HOURS", "PRIVACY_NOTICE_URL", "WHATSAPP_API_URL", "PAGE_URL")) {
            environment.put(name, "x");
        }
        for (String name : List.of("RETENTION_IDLE_DAYS", "RETENTION_MAX_DAYS", "REMINDER_HOURS")) {
            environment.put(name, "1");
        }
        for (String name : List.of("WHATSAPP_API_VERSION", "WHATSAPP_PHONE_NUMBER_ID", "WHATSAPP_MEDIA_HOST")) {
            environment.put(name, "x");
        }
        environment.put("TOWN_HALL_HOURS_ENGLISH", "x");
        environment.put("FEDERAL_STATE", "HE");
        environment.put("MAYOR_FORM", "office");
        environment.put("WHATSAPP_STORAGE", "default");
        for (String name : List.of("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_SCOPE", "LOGIN_ORIGIN")) {
            environment.put(name, "x");
        }
        return new FunctionSpec(
                handler.getSimpleName(),
                handler.getSimpleName(),
                "arn",
                handler.getName(),
                environment,
                handler == Hanging.class ? Duration.ofSeconds(1) : Duration.ofSeconds(20),
                512,
                10,
                List.of(),
                List.of());
    }

    private static String text(Outcome outcome) {
        return outcome instanceof Outcome.Answered(byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    @Test
    void whatTheRoleDoesNotGrantIsRefusedBeforeItIsCalled() {
        Outcome outcome = invoke(Curious.class, "{}");

        assertThat(text(outcome)).as("no service has this address").isEqualTo("403");
    }

    @Test
    void aStreamHandlerGetsTheEventsBytesWithEnvironmentAndClock() {
        Outcome outcome = invoke(Echo.class, "{\"ü\":1}");

        assertThat(text(outcome)).isEqualTo("{\"ü\":1} Heringen 2030-01-01T00:00:00Z true");
        assertThat(log.lines()).contains(new FunctionLog.Line("Echo", "hello from Echo"));
    }

    @Test
    void aTypedHandlerGetsItsEventThroughLambdasOwnSerializer() {
        Outcome outcome = invoke(Count.class, """
            {"Records": [{"eventName": "INSERT", "dynamodb": {"ApproximateCreationDateTime": 1479499740,
              "Keys": {"pk": {"S": "ENQUIRY#1"}, "sk": {"S": "TASK#greet"}}, "StreamViewType": "KEYS_ONLY"}}]}
            """);

        assertThat(text(outcome)).isEqualTo("1");
    }

    @Test
    void anExceptionIsLoggedByItsClassAndNeverByItsMessage() {
        Outcome outcome = invoke(Broken.class, "{}");

        assertThat(outcome).isEqualTo(new Outcome.Failed("java.lang.IllegalStateException"));
        assertThat(log.lines()).anyMatch(line -> line.text().contains("java.lang.IllegalStateException"));
        assertThat(log.lines()).noneMatch(line -> line.text().contains("citizen"));
    }

    @Test
    void aFunctionThatTakesTooLongIsCutOff() {
        invoke(Echo.class, "{}");

        assertThat(invoke(Hanging.class, "{}")).isEqualTo(new Outcome.TimedOut());
    }
}
