package org.sprechstunde.acceptance.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sprechstunde.page.PageFunction;
import org.sprechstunde.platform.AwsClients;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings.Service;
import org.sprechstunde.platform.SignedCalls;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.store.PresignedUrls;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Every call of the bucket that a town makes, one of each other service, and the page, answered on the spot. Given the environment it
 * tells where each would have gone: method, what the query asks for, and address. It knows classes of the artefact and of the JDK alone,
 * so that it can be loaded beside the jar.
 */
public final class AwsCalls implements Function<Map<String, String>, List<String>> {
    private static final RandomId ENQUIRY = new RandomId("0".repeat(32));
    private static final RandomId FILE = new RandomId("1".repeat(32));
    private static final String NAME = MediaBucket.name(ENQUIRY, FILE);
    private static final String PAGE = """
        {"version": "2.0", "routeKey": "GET /", "rawPath": "/", "rawQueryString": "", "headers": {},
         "requestContext": {"http": {"method": "GET", "path": "/"}, "requestId": "1", "stage": "$default"}}\
        """;
    private static final int SEVERAL_PIECES = 20 << 20;
    private static final String OBJECTS =
            "<ListBucketResult><Contents><Key>%s</Key></Contents></ListBucketResult>".formatted(NAME);
    private static final String UPLOADS =
            "<ListMultipartUploadsResult><Upload><Key>%s</Key><UploadId>1</UploadId></Upload></ListMultipartUploadsResult>"
                    .formatted(NAME);
    private static final String BEGUN =
            "<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>";
    private static final String ENDED = "<CompleteMultipartUploadResult><ETag>1</ETag></CompleteMultipartUploadResult>";
    private static final String NOT_DELETED =
            "<DeleteResult><Error><Key>%s</Key><Code>InternalError</Code></Error></DeleteResult>".formatted(NAME);

    private final List<String> calls = new ArrayList<>();

    @Override
    public List<String> apply(Map<String, String> environment) {
        Platform given = Platform.of(environment, Clock.systemUTC());
        var aws = new AwsClients(given.settings().aws(), Answering::new);
        try (var platform =
                new Platform(given.settings(), given.clock(), Pause::sleep, given.random(), given.threads(), aws)) {
            use(MediaBucket.of(new Services(platform)));
            use(new SignedCalls(platform));
            var addresses = new PresignedUrls(platform);
            calls.add("sign " + addresses.to(NAME).replaceFirst("\\?.*", ""));
            calls.add("sign " + addresses.forUpload(NAME, 3).replaceFirst("\\?.*", ""));
            calls.add("page " + page(platform));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calls;
    }

    private static void use(MediaBucket bucket) throws IOException {
        bucket.put(NAME, new ByteArrayInputStream(new byte[3]));
        bucket.put(NAME, new ByteArrayInputStream(new byte[SEVERAL_PIECES]));
        bucket.read(NAME, 1);
        bucket.names();
        bucket.delete(List.of(NAME));
        bucket.remove(NAME);
    }

    private static void use(SignedCalls services) {
        services.dynamoDb("GetItem", new byte[] {'{', '}'});
        services.json(Service.SECRETS_MANAGER, "secretsmanager.GetSecretValue", Json.object());
        services.json(Service.KMS, "TrentService.Sign", Json.object());
        services.form(Service.SNS, Map.of("Action", "Publish"));
    }

    /** Where the page may connect to. */
    private static String page(Platform platform) throws IOException {
        var answer = new ByteArrayOutputStream();
        var nobodys = (Context) Proxy.newProxyInstance(
                AwsCalls.class.getClassLoader(), new Class<?>[] {Context.class}, (_, method, _) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        new PageFunction(platform).handleRequest(new ByteArrayInputStream(PAGE.getBytes(UTF_8)), answer, nobodys);
        return answer.toString(UTF_8).replaceFirst("(?s).*connect-src ([^;]*);.*", "$1");
    }

    private final class Answering implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            String body = answer(request.httpRequest());
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    byte[] bytes = body.getBytes(UTF_8);
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder()
                                    .statusCode(200)
                                    .appendHeader("Content-Length", Integer.toString(bytes.length))
                                    .appendHeader("ETag", "1")
                                    .build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                            .build();
                }

                @Override
                public void abort() {
                    // Nothing is on its way.
                }
            };
        }

        private String answer(SdkHttpRequest request) {
            List<String> asked = request.rawQueryParameters().keySet().stream()
                    .filter(List.of("list-type", "uploads", "delete", "partNumber", "uploadId")::contains)
                    .sorted()
                    .toList();
            String call = request.method() + " " + String.join("+", asked);
            calls.add(call + " " + request.protocol() + "://" + request.host() + request.encodedPath());
            return switch (call) {
                case "GET list-type" -> OBJECTS;
                case "GET uploads" -> UPLOADS;
                case "POST uploads" -> BEGUN;
                case "POST uploadId" -> ENDED;
                case "POST delete" -> NOT_DELETED;
                case "GET " -> "x";
                case "POST " -> "{}";
                default -> "";
            };
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
