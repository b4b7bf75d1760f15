package org.sprechstunde.local.engine.runtimeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.sprechstunde.local.engine.Engine.Outcome;

/** The four calls that a runtime client makes. */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final HttpServer server;
    private final String functionArn;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Exchange> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Exchange> underWay = new ConcurrentHashMap<>();

    private RuntimeApi(HttpServer server, String functionArn) {
        this.server = server;
        this.functionArn = functionArn;
    }

    static RuntimeApi start(String functionArn) throws IOException {
        var api = new RuntimeApi(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), functionArn);
        api.server.createContext(ROOT + "invocation/next", api::next);
        api.server.createContext(ROOT + "invocation/", api::result);
        api.server.createContext(ROOT + "init/error", api::initError);
        api.server.setExecutor(api.threads);
        api.server.start();
        return api;
    }

    /** Host and port, as the runtime client wants them in {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void offer(Exchange exchange) {
        waiting.add(exchange);
    }

    /** The JVM is gone: nothing that it was given will be answered. */
    void abandon(String reason) {
        for (Exchange exchange : underWay.values()) {
            exchange.outcome().complete(new Outcome.Failed(reason));
        }
        underWay.clear();
        for (Exchange exchange = waiting.poll(); exchange != null; exchange = waiting.poll()) {
            exchange.outcome().complete(new Outcome.Failed(reason));
        }
    }

    private void next(HttpExchange http) throws IOException {
        try (http) {
            Exchange exchange = waiting.take();
            underWay.put(exchange.requestId(), exchange);
            var headers = http.getResponseHeaders();
            headers.set("Lambda-Runtime-Aws-Request-Id", exchange.requestId());
            headers.set(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(exchange.deadline().toEpochMilli()));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
            headers.set("Content-Type", "application/json");
            http.sendResponseHeaders(OK, exchange.event().length);
            http.getResponseBody().write(exchange.event());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void result(HttpExchange http) throws IOException {
        try (http) {
            byte[] body = http.getRequestBody().readAllBytes();
            String[] path = http.getRequestURI()
                    .getPath()
                    .substring((ROOT + "invocation/").length())
                    .split("/", -1);
            Optional.ofNullable(underWay.remove(path[0]))
                    .ifPresent(exchange -> exchange.outcome().complete(outcome(path[1], body)));
            http.sendResponseHeaders(ACCEPTED, -1);
        }
    }

    private void initError(HttpExchange http) throws IOException {
        try (http) {
            abandon(errorType(http.getRequestBody().readAllBytes()));
            http.sendResponseHeaders(ACCEPTED, -1);
        }
    }

    private static Outcome outcome(String kind, byte[] body) {
        return kind.equals("response") ? new Outcome.Answered(body) : new Outcome.Failed(errorType(body));
    }

    private static String errorType(byte[] body) {
        try {
            JsonNode error = JSON.readTree(body);
            return error.path("errorType").asText("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        abandon("stopped");
    }
}
