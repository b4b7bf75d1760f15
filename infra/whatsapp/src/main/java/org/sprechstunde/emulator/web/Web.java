package org.sprechstunde.emulator.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server on 127.0.0.1 that answers by routes. */
public final class Web implements AutoCloseable {
    private static final int DROPS = 20;
    private static final int NO_BODY = -1;

    private final LoopbackServer server;

    private Web(LoopbackServer server) {
        this.server = server;
    }

    /**
     * Takes the port; nothing is answered before {@link #serve}.
     *
     * @param port 0 for any free one
     */
    public static Web open(int port) {
        return new Web(LoopbackServer.open(port));
    }

    /** Answers from now on; the first route that matches wins. */
    public void serve(List<Route> routes) {
        server.serve(exchange -> send(exchange, answer(exchange, routes)));
    }

    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        server.close();
    }

    private static void send(HttpExchange exchange, WebAnswer answer) throws IOException {
        switch (answer) {
            case WebAnswer.Whole(int status, Body body) -> write(exchange, status, body, body.length());
            case WebAnswer.RetryAfter(int status, Body body, int seconds) -> {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
                write(exchange, status, body, body.length());
            }
            case WebAnswer.Truncated(int status, Body body) -> write(exchange, status, body, body.length() / 2);
            case WebAnswer.Trickled(int status, Body body, Duration within) -> trickle(exchange, status, body, within);
            case WebAnswer.Moved moved -> move(exchange, moved);
            case WebAnswer.Dropped() -> {}
        }
    }

    private static WebAnswer answer(HttpExchange exchange, List<Route> routes) throws IOException {
        for (Route route : routes) {
            Optional<Map<String, String>> names = route.match(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            if (names.isPresent()) {
                return guarded(route, WebRequest.read(exchange, names.get()));
            }
        }
        return WebAnswer.refused(404, "there is nothing at this address");
    }

    private static WebAnswer guarded(Route route, WebRequest request) {
        try {
            return route.handler().apply(request);
        } catch (IllegalArgumentException e) {
            return WebAnswer.refused(400, String.valueOf(e.getMessage()));
        }
    }

    private static void move(HttpExchange exchange, WebAnswer.Moved moved) throws IOException {
        exchange.getResponseHeaders().set("Location", moved.to());
        exchange.sendResponseHeaders(moved.status(), NO_BODY);
    }

    private static void write(HttpExchange exchange, int status, Body body, int length) throws IOException {
        head(exchange, status, body);
        try (OutputStream out = exchange.getResponseBody()) {
            body.write(out, 0, length);
            // A client that got no byte at all would quietly ask again.
            out.flush();
        }
    }

    private static void trickle(HttpExchange exchange, int status, Body body, Duration within) throws IOException {
        head(exchange, status, body);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int drop = 0; drop < DROPS; drop++) {
                int from = (int) ((long) body.length() * drop / DROPS);
                int to = (int) ((long) body.length() * (drop + 1) / DROPS);
                body.write(out, from, to);
                out.flush();
                Delay.sleep(within.dividedBy(DROPS));
            }
        }
    }

    private static void head(HttpExchange exchange, int status, Body body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", body.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src"
                                + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
                                + " 'none'");
        exchange.sendResponseHeaders(status, body.length() == 0 ? -1 : body.length());
    }
}
