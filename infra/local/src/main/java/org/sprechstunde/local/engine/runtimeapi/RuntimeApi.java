package org.sprechstunde.local.engine.runtimeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.sprechstunde.emulator.web.LoopbackServer;
import org.sprechstunde.local.engine.Engine.Outcome;

/** The four calls that a runtime client makes. */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final LoopbackServer server = LoopbackServer.open(0);
    private final String functionArn;
    private final BlockingQueue<Exchange> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Exchange> underWay = new ConcurrentHashMap<>();

    private RuntimeApi(String functionArn) {
        this.functionArn = functionArn;
    }

    static RuntimeApi start(String functionArn) {
        var api = new RuntimeApi(functionArn);
        api.server.serve(api::call);
        return api;
    }

    /** Host and port, as the runtime client wants them in {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return server.uri().getAuthority();
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

    private void call(HttpExchange http) throws IOException {
        String call = http.getRequestURI().getPath().substring(ROOT.length());
        switch (call) {
            case "invocation/next" -> next(http);
            case "init/error" -> initError(http);
            default -> result(http, call.split("/", -1));
        }
    }

    private void next(HttpExchange http) throws IOException {
        try {
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

    /** {@code invocation/{id}/response} or {@code …/error}. */
    private void result(HttpExchange http, String[] call) throws IOException {
        byte[] body = http.getRequestBody().readAllBytes();
        Optional.ofNullable(underWay.remove(call[1]))
                .ifPresent(exchange -> exchange.outcome().complete(outcome(call[2], body)));
        http.sendResponseHeaders(ACCEPTED, -1);
    }

    private void initError(HttpExchange http) throws IOException {
        abandon(errorType(http.getRequestBody().readAllBytes()));
        http.sendResponseHeaders(ACCEPTED, -1);
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
        server.close();
        abandon("stopped");
    }
}
