package org.sprechstunde.platform;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.platform.Settings.AwsSettings;
import org.sprechstunde.platform.Settings.Credentials;
import org.sprechstunde.platform.Settings.Service;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.crt.ConnectionHealthConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Builds AWS clients that share one HTTP client, which also speaks to WhatsApp: one native TLS
 * stack starts faster than the JDK's or a second one.
 */
public final class AwsClients implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** A connection that carries nothing for so long is broken. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** A call without an answer is tried again long before its function's time is over. */
    static final Duration ATTEMPT = Duration.ofSeconds(5);

    private static final int CONNECTIONS = 64;

    /** A hundred items of DynamoDB's are no more than 16 MB, in JSON a third more. */
    private static final int LARGEST_ANSWER = 32 << 20;

    /** What comes faster than it is taken waits in memory; 16 MB of it would by default. */
    private static final long READ_AHEAD = 1 << 20;

    private final AwsSettings settings;
    private final AwsCredentialsProvider credentials;
    private final Supplier<SdkHttpClient> factory;
    private final List<SdkClient> clients = new ArrayList<>();
    private @Nullable SdkHttpClient http;

    AwsClients(AwsSettings settings) {
        this(settings, AwsClients::crt);
    }

    /** Clients that speak through another HTTP client; {@code factory} is called at most once. */
    public AwsClients(AwsSettings settings, Supplier<SdkHttpClient> factory) {
        this.settings = settings;
        this.credentials = settings.credentials()
                .<AwsCredentialsProvider>map(given -> StaticCredentialsProvider.create(credentials(given)))
                .orElseGet(() -> ContainerCredentialsProvider.builder().build());
        this.factory = factory;
    }

    /** Built on first use: the page needs none. */
    public synchronized SdkHttpClient http() {
        SdkHttpClient client = http;
        if (client == null) {
            client = factory.get();
            http = client;
        }
        return client;
    }

    /** The client of a real function. */
    public static SdkHttpClient crt() {
        return AwsCrtHttpClient.builder()
                .maxConcurrency(CONNECTIONS)
                .readBufferSizeInBytes(READ_AHEAD)
                .connectionTimeout(CONNECT)
                .connectionHealthConfiguration(ConnectionHealthConfiguration.builder()
                        .minimumThroughputInBps(1L)
                        .minimumThroughputTimeout(SILENCE)
                        .build())
                .build();
    }

    public S3Client s3() {
        return kept(client(S3Client.builder(), Service.S3)
                .overrideConfiguration(calls().build())
                .forcePathStyle(settings.endpoint(Service.S3).isPresent())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build());
    }

    /** Signs addresses without a call; path style away from AWS, where buckets have no host name. */
    public S3Presigner presigner() {
        Optional<URI> endpoint = settings.endpoint(Service.S3);
        var builder = S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(endpoint.isPresent())
                        .build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /**
     * The answer to a call that no client makes.
     *
     * @param limit given up if it has not begun within that, or not ended within as much again
     * @throws IOException if there is none
     */
    SignedCalls.Answer answer(HttpExecuteRequest request, Duration limit) throws IOException {
        ExecutableHttpRequest call = http().prepareRequest(request);
        HttpExecuteResponse response = CallTimer.within(limit, call::abort, call::call);
        try (var body = response.responseBody().orElseThrow(IOException::new)) {
            byte[] said = CallTimer.within(limit, body::abort, () -> body.readNBytes(LARGEST_ANSWER));
            return new SignedCalls.Answer(response.httpResponse().statusCode(), said);
        }
    }

    /** What signs such a call; asked for each, for it may change. */
    AwsCredentials identity() {
        return credentials.resolveCredentials();
    }

    private ClientOverrideConfiguration.Builder calls() {
        var calls = ClientOverrideConfiguration.builder().scheduledExecutorService(CallTimer.THREAD);
        settings.attempts().ifPresent(most -> calls.retryStrategy(retry -> retry.maxAttempts(most)));
        return calls;
    }

    private synchronized <C extends SdkClient> C kept(C client) {
        clients.add(client);
        return client;
    }

    /** For a JVM that outlives its functions; Lambda ends them together. */
    @Override
    public synchronized void close() {
        for (SdkClient client : clients) {
            client.close();
        }
        clients.clear();
        if (http != null) {
            http.close();
            http = null;
        }
    }

    private static AwsCredentials credentials(Credentials given) {
        return given.sessionToken()
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(given.accessKey(), given.secretKey(), token))
                .orElseGet(() -> AwsBasicCredentials.create(given.accessKey(), given.secretKey()));
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(B builder, Service service) {
        settings.endpoint(service).ifPresent(builder::endpointOverride);
        return builder.region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .httpClient(http());
    }
}
