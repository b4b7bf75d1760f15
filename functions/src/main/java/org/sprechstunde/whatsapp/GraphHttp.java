package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLHandshakeException;
import org.sprechstunde.platform.FanOut;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secret;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Settings.WhatsAppSettings;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * HTTP with the Graph API: bearer token, user agent, a limit on time, and one more try with a fresh token.
 *
 * <p>Each call has a connection of its own. The other end closes one that lies idle, and a function that was frozen meanwhile
 * would find out only with its next call, when nobody can say whether that was still read: a message must then not be sent
 * again, though it never went out. A connection costs a handshake; a lost answer of the mayor's costs more.
 */
final class GraphHttp {
    private static final int UNAUTHORIZED = 401;

    /** Nobody is asked to wait longer; what is not done by then is given up or begun anew by the sweep. */
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);

    private static final int LARGEST_ANSWER = 1 << 20;
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /** A file of 100 MB is on its way for some seconds. */
    private static final Duration UPLOADED_WITHIN = Duration.ofSeconds(20);

    private final SdkHttpClient http;
    private final Secrets secrets;
    private final WhatsAppSettings settings;
    private final FanOut fanOut;

    GraphHttp(Platform platform, Secrets secrets) {
        this.http = platform.aws().http();
        this.secrets = secrets;
        this.settings = platform.settings().whatsApp();
        this.fanOut = new FanOut(platform.threads());
    }

    GraphResponse get(String path, Map<String, String> query) throws IOException {
        return call(new Call(SdkHttpMethod.GET, address(path), query, RequestBody.NOTHING));
    }

    GraphResponse delete(String path, Map<String, String> query) throws IOException {
        return call(new Call(SdkHttpMethod.DELETE, address(path), query, RequestBody.NOTHING));
    }

    GraphResponse post(String path, JsonNode body) throws IOException {
        return call(new Call(SdkHttpMethod.POST, address(path), Map.of(), RequestBody.json(body)));
    }

    GraphResponse upload(String path, RequestBody form) throws IOException {
        return call(new Call(SdkHttpMethod.POST, address(path), Map.of(), form), UPLOADED_WITHIN);
    }

    /** Opens {@code file}, which must be on an allowed host: it gets our token. Redirects are not followed. */
    MediaDownload download(URI file) throws IOException {
        Call call = new Call(SdkHttpMethod.GET, file, Map.of(), RequestBody.NOTHING);
        Secret secret = secrets.current();
        HttpExecuteResponse response = within(ANSWER_WITHIN, () -> execute(call, secret));
        if (response.httpResponse().statusCode() == UNAUTHORIZED) {
            response.responseBody().ifPresent(AbortableInputStream::abort);
            Secret fresh = secrets.afterRefusal();
            response = within(ANSWER_WITHIN, () -> execute(call, fresh));
        }
        return new MediaDownload(response.httpResponse().statusCode(), body(response));
    }

    private record Call(SdkHttpMethod method, URI uri, Map<String, String> query, RequestBody body) {}

    private GraphResponse call(Call call) throws IOException {
        return call(call, ANSWER_WITHIN);
    }

    /** A broken secret is no silence of WhatsApp's: its exception leaves as it is. */
    private GraphResponse call(Call call, Duration limit) throws IOException {
        Secret secret = secrets.current();
        GraphResponse answer = within(limit, () -> complete(execute(call, secret)));
        if (answer.isOk() || !answer.isTokenRefused()) {
            return answer;
        }
        Secret fresh = secrets.afterRefusal();
        return within(limit, () -> complete(execute(call, fresh)));
    }

    private HttpExecuteResponse execute(Call call, Secret secret) throws IOException {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(call.method())
                .uri(call.uri())
                .putHeader("Host", call.uri().getRawAuthority())
                .putHeader("User-Agent", "Sprechstunde/1")
                .putHeader("Accept", "*/*")
                .putHeader("Connection", "close")
                .putHeader("Authorization", "Bearer " + secret.accessToken());
        call.query().forEach(request::putRawQueryParameter);
        HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder();
        if (!call.body().isEmpty()) {
            request.putHeader("Content-Type", call.body().type())
                    .putHeader("Content-Length", Long.toString(call.body().length()));
            execute.contentStreamProvider(call.body()::stream);
        }
        HttpExecuteRequest once = execute.request(request.build()).build();
        try {
            return http.prepareRequest(once).call();
        } catch (ConnectException | SSLHandshakeException e) {
            // There was no connection, so nobody can have read anything.
            return http.prepareRequest(once).call();
        }
    }

    private static GraphResponse complete(HttpExecuteResponse response) throws IOException {
        try (InputStream body = body(response)) {
            byte[] bytes = body.readNBytes(LARGEST_ANSWER);
            return new GraphResponse(response.httpResponse().statusCode(), jsonOrNothing(bytes), patience(response));
        }
    }

    /** {@code Retry-After} in seconds; its other form, a date, is seen nowhere. */
    private static Duration patience(HttpExecuteResponse response) {
        return response.httpResponse()
                .firstMatchingHeader("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(wait -> wait.compareTo(LONGEST_PATIENCE) <= 0)
                .orElse(Duration.ZERO);
    }

    private static JsonNode jsonOrNothing(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (Json.NotJson e) {
            return Json.object();
        }
    }

    /** The HTTP client has no limit on the whole exchange, so it runs beside a clock and is interrupted. */
    private <T> T within(Duration limit, Callable<T> exchange) throws IOException {
        return fanOut.within(limit, exchange).orElseThrow(() -> new IOException("WhatsApp does not answer"));
    }

    private URI address(String path) {
        return URI.create(settings.api() + "/" + settings.version() + "/" + path);
    }

    private static AbortableInputStream body(HttpExecuteResponse response) {
        return response.responseBody().orElseGet(() -> AbortableInputStream.create(InputStream.nullInputStream()));
    }
}
