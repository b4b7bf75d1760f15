package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.sprechstunde.local.emulator.DynamoDbLocal;
import org.sprechstunde.local.emulator.Emulator;
import org.sprechstunde.repository.Repository;

/**
 * Stands before a DynamoDB of its own and decides when a call may pass: what otherwise happens at the
 * same time once in a thousand runs happens here each time.
 */
final class RequestGate implements AutoCloseable {
    private static final Set<String> NOT_OURS = Set.of("host", "content-length", "connection", "transfer-encoding");
    private static final String JSON = "application/x-amz-json-1.0";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Optional<Hold>> hold = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Refusal> refusal = new AtomicReference<>(Refusal.NONE);
    private final Emulator table;
    private final HttpServer server;

    /** Before the next call of {@code operation} passes, {@code meanwhile} happens. */
    private record Hold(String operation, Runnable meanwhile) {}

    /** Calls of {@code operation} with {@code words} in them. */
    private record Refusal(String operation, String words) {
        static final Refusal NONE = new Refusal("", "");

        boolean isOf(String called, byte[] body) {
            return called.equals(operation) && new String(body, UTF_8).contains(words);
        }
    }

    private RequestGate(Emulator table, HttpServer server) {
        this.table = table;
        this.server = server;
    }

    static RequestGate open() throws Exception {
        Emulator table = DynamoDbLocal.start(Repository.file("infra/local"), freePort());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var gate = new RequestGate(table, server);
        server.createContext("/", gate::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return gate;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void beforeNext(String operation, Runnable meanwhile) {
        hold.set(Optional.of(new Hold(operation, meanwhile)));
    }

    /** From now on this operation fails as on a bad day of DynamoDB; with an empty name none does. */
    void refuse(String operation) {
        refuse(operation, "");
    }

    /** The same, of calls that have {@code words} in them, such as the key of an item. */
    void refuse(String operation, String words) {
        refusal.set(new Refusal(operation, words));
    }

    private void pass(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            String operation = operation(call);
            if (refusal.get().isOf(operation, body)) {
                call.getResponseHeaders().set("content-type", JSON);
                answer(call, 500, "{\"__type\":\"InternalServerError\",\"message\":\"a bad day\"}".getBytes(UTF_8));
                return;
            }
            held(operation).ifPresent(found -> found.meanwhile().run());
            HttpResponse<byte[]> response = http.send(request(call, body), BodyHandlers.ofByteArray());
            response.headers().map().forEach((name, values) -> {
                if (!NOT_OURS.contains(name)) {
                    call.getResponseHeaders().put(name, values);
                }
            });
            answer(call, response.statusCode(), response.body());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Hold> held(String operation) {
        Optional<Hold> found = hold.get().filter(next -> next.operation().equals(operation));
        return found.isPresent() && hold.compareAndSet(found, Optional.empty()) ? found : Optional.empty();
    }

    private HttpRequest request(HttpExchange call, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(table.uri().resolve(call.getRequestURI()))
                .method(call.getRequestMethod(), BodyPublishers.ofByteArray(body));
        call.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /** For example TransactWriteItems. */
    private static String operation(HttpExchange call) {
        String target = Optional.ofNullable(call.getRequestHeaders().getFirst("X-Amz-Target"))
                .orElse("");
        return target.substring(target.indexOf('.') + 1);
    }

    private static void answer(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
        table.close();
    }
}
