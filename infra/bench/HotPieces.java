package org.sprechstunde.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.platform.AwsClients;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.webhook.WebhookFunction;
import org.sprechstunde.whatsapp.inbound.SignatureCheck;
import org.sprechstunde.whatsapp.inbound.WebhookParser;
import org.sprechstunde.whatsapp.inbound.WebhookParser.Reader;
import org.sprechstunde.whatsapp.inbound.WebhookPayload;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What every text of a citizen's goes through, piece by piece, and the whole handler where stores answer at once: {@code infra/bench/jmh}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HotPieces {
    private static final String PLACE = "ENQUIRY#0 MESSAGE#0";

    private final SecureRandom random = new SecureRandom();
    private final byte[] event = System.getenv("BENCH_EVENT").getBytes(StandardCharsets.UTF_8);
    private final byte[] body = Json.read(event).path("body").asText().getBytes(StandardCharsets.UTF_8);
    private final byte[] secret = "app-secret".getBytes(StandardCharsets.UTF_8);
    private final Optional<String> signature = Optional.of(SignatureCheck.of(body, secret));
    private final Reader reader = new Reader("100000000000001", Instant.now(), UnaryOperator.identity());
    private final DataKey key = DataKey.next(random);
    private final byte[] sealed = SealedBox.seal(body, key, PLACE, random);
    private final WebhookFunction handler = new WebhookFunction(answeredAtOnce());

    @Benchmark
    public boolean signature() {
        return SignatureCheck.isValid(signature, body, secret);
    }

    @Benchmark
    public Optional<WebhookPayload> parse() {
        return WebhookParser.parse(Json.read(body), reader);
    }

    @Benchmark
    public byte[] seal() {
        return SealedBox.seal(body, key, PLACE, random);
    }

    @Benchmark
    public Optional<byte[]> open() {
        return SealedBox.open(sealed, key, PLACE);
    }

    /** The SDK's part of two calls included. */
    @Benchmark
    public void handler() throws IOException {
        handler.handleRequest(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
    }

    private Platform answeredAtOnce() {
        Settings settings = Settings.of(System.getenv());
        return new Platform(
                settings,
                Clock.systemUTC(),
                Pause::sleep,
                random,
                Executors.newVirtualThreadPerTaskExecutor(),
                new AwsClients(settings.aws(), Stores::new));
    }

    /** Knows the secret, has nothing and takes everything. */
    private static final class Stores implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            boolean isSecret = request.httpRequest()
                    .firstMatchingHeader("X-Amz-Target")
                    .filter("secretsmanager.GetSecretValue"::equals)
                    .isPresent();
            byte[] answer = (isSecret ? System.getenv("BENCH_SECRET") : "{}").getBytes(StandardCharsets.UTF_8);
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                            .build();
                }

                @Override
                public void abort() {
                    // It has answered already.
                }
            };
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
