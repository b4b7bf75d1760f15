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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
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
    private static final List<Listener> LISTENERS = new CopyOnWriteArrayList<>();

    private final SdkHttpClient http;

    /** A call that a function has signed by itself. */
    public record Heard(String service, String operation, URI address, byte[] body) {}

    /** Hears each such call in this JVM. */
    public interface Listener {
        /** The body that is sent instead. */
        default byte[] sent(Heard call) {
            return call.body();
        }

        void answered(Heard call, int status, byte[] body);
    }

    public SignedCallGuard(SdkHttpClient http) {
        this.http = http;
    }

    /** Tells {@code listener} of each such call from now on. */
    public static void tell(Listener listener) {
        LISTENERS.add(listener);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        Optional<Heard> heard = heard(request);
        if (heard.isEmpty()) {
            return http.prepareRequest(request);
        }
        Heard call = heard.get();
        boolean granted =
                Caller.current().map(caller -> isGranted(caller, call)).orElse(true);
        return granted ? overheard(call, request) : refused();
    }

    private static boolean isGranted(Caller caller, Heard call) {
        List<Grant> needed = RequiredGrants.ofSigned(call.service(), call.operation(), call.body());
        needed.forEach(grant -> CallLog.note(caller.function(), grant));
        return caller.grants().containsAll(needed);
    }

    private ExecutableHttpRequest overheard(Heard call, HttpExecuteRequest request) {
        byte[] sent = call.body();
        for (Listener listener : LISTENERS) {
            sent = listener.sent(new Heard(call.service(), call.operation(), call.address(), sent));
        }
        ExecutableHttpRequest exchange = http.prepareRequest(with(sent, request));
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                HttpExecuteResponse response = exchange.call();
                byte[] body = body(response.responseBody());
                int status = response.httpResponse().statusCode();
                LISTENERS.forEach(listener -> listener.answered(call, status, body));
                return HttpExecuteResponse.builder()
                        .response(response.httpResponse())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                        .build();
            }

            @Override
            public void abort() {
                exchange.abort();
            }
        };
    }

    private static HttpExecuteRequest with(byte[] body, HttpExecuteRequest request) {
        return HttpExecuteRequest.builder()
                .request(request.httpRequest().toBuilder()
                        .putHeader("Content-Length", Integer.toString(body.length))
                        .build())
                .contentStreamProvider(ContentStreamProvider.fromByteArray(body))
                .build();
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
                .map(signed -> heard(signed.group(1), request));
    }

    private static Heard heard(String service, HttpExecuteRequest request) {
        byte[] body = body(request.contentStreamProvider().map(ContentStreamProvider::newStream));
        SdkHttpRequest http = request.httpRequest();
        return new Heard(service, operation(http, body), http.getUri(), body);
    }

    private static String operation(SdkHttpRequest request, byte[] body) {
        return request.firstMatchingHeader("X-Amz-Target")
                .map(target -> target.substring(target.indexOf('.') + 1))
                .orElseGet(() -> {
                    Matcher action = ACTION.matcher(new String(body, StandardCharsets.UTF_8));
                    return action.find() ? action.group(1) : "";
                });
    }

    private static byte[] body(Optional<? extends InputStream> body) {
        try (InputStream stream = body.isPresent() ? body.get() : InputStream.nullInputStream()) {
            return stream.readAllBytes();
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
