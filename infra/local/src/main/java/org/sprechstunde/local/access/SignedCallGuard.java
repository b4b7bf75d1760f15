package org.sprechstunde.local.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Does for the calls that a function signs by itself what {@link CallGuard} does for those of the SDK's clients, and tells
 * whoever listens of them.
 */
public final class SignedCallGuard implements SdkHttpClient {
    private static final int FORBIDDEN = 403;
    private static final Pattern SERVICE = Pattern.compile("^AWS4-HMAC-SHA256 Credential=[^/]*/\\d{8}/[^/]*/([^/]*)/");
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
    private static final List<Consumer<Heard>> LISTENERS = new CopyOnWriteArrayList<>();

    private final SdkHttpClient http;

    /** A call that a function has signed by itself. */
    public record Heard(String service, String operation, URI address) {}

    public SignedCallGuard(SdkHttpClient http) {
        this.http = http;
    }

    /** Tells {@code listener} of each such call in this JVM from now on. */
    public static void tell(Consumer<Heard> listener) {
        LISTENERS.add(listener);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        Optional<Heard> heard = heard(request);
        heard.ifPresent(call -> LISTENERS.forEach(listener -> listener.accept(call)));
        return heard.flatMap(call -> Caller.current()
                        .filter(caller -> !isGranted(caller, call))
                        .map(_ -> refused()))
                .orElseGet(() -> http.prepareRequest(request));
    }

    private static boolean isGranted(Caller caller, Heard call) {
        Grant needed = RequiredGrants.ofSigned(call.service(), call.operation());
        CallLog.note(caller.function(), needed);
        return caller.grants().contains(needed);
    }

    /** The SDK's clients name each of their calls, and are guarded already; WhatsApp is no service of AWS's. */
    private static Optional<Heard> heard(HttpExecuteRequest request) {
        SdkHttpRequest http = request.httpRequest();
        if (http.firstMatchingHeader("amz-sdk-invocation-id").isPresent()) {
            return Optional.empty();
        }
        return http.firstMatchingHeader("Authorization")
                .map(SERVICE::matcher)
                .filter(Matcher::find)
                .map(signed -> new Heard(signed.group(1), operation(request), http.getUri()));
    }

    private static String operation(HttpExecuteRequest request) {
        return request.httpRequest()
                .firstMatchingHeader("X-Amz-Target")
                .map(target -> target.substring(target.indexOf('.') + 1))
                .orElseGet(() -> action(request));
    }

    private static String action(HttpExecuteRequest request) {
        try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            Matcher action = ACTION.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            return action.find() ? action.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExecutableHttpRequest refused() {
        var body = new ByteArrayInputStream("{\"__type\":\"AccessDeniedException\"}".getBytes(StandardCharsets.UTF_8));
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return HttpExecuteResponse.builder()
                        .response(
                                SdkHttpResponse.builder().statusCode(FORBIDDEN).build())
                        .responseBody(AbortableInputStream.create(body))
                        .build();
            }

            @Override
            public void abort() {
                // Nothing is on its way.
            }
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
