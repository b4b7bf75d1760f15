package org.sprechstunde.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sprechstunde.emulator.web.JsonTrees;

/** A webhook that keeps what it gets and answers what it is told. */
final class WebhookReceiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final HttpServer server;

    /** One POST. */
    record Received(String signature, String raw) {
        JsonNode json() {
            return JsonTrees.read(raw.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        }

        JsonNode value() {
            return json().at("/entry/0/changes/0/value");
        }

        JsonNode message() {
            return value().at("/messages/0");
        }

        JsonNode status() {
            return value().at("/statuses/0");
        }
    }

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/webhook", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
    }

    /** Answers the next POSTs with these, all later ones with 200. */
    synchronized void answerNext(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    /** The next POST; fails if none comes. */
    Received next() throws InterruptedException {
        return nextWithin(PATIENCE).orElseThrow(() -> new AssertionError("no webhook came"));
    }

    Optional<Received> nextWithin(Duration patience) throws InterruptedException {
        return Optional.ofNullable(received.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                challenge(exchange);
                return;
            }
            String signature = String.valueOf(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int answer = nextAnswer();
            received.add(new Received(signature, body));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    private static void challenge(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        boolean known = query.contains("hub.verify_token=verify");
        byte[] challenge = query.replaceFirst(".*hub.challenge=(\\d+).*", "$1").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 403, challenge.length);
        exchange.getResponseBody().write(challenge);
    }

    private synchronized int nextAnswer() {
        return Optional.ofNullable(answers.poll()).orElse(200);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
