package org.sprechstunde.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.sprechstunde.emulator.web.LoopbackServer;
import org.sprechstunde.local.engine.Engine;
import org.sprechstunde.local.template.TownTemplate;

/** The HTTP API on this computer: page, API and webhook. */
public final class Gateway implements AutoCloseable {
    private static final int BODY_LIMIT = 10 * 1024 * 1024;
    private static final int NO_BODY = -1;

    private final LoopbackServer server;
    private final Api api;
    private final Stages stages;

    private Gateway(LoopbackServer server, TownTemplate template, Engine engine, Stages stages) {
        this.server = server;
        this.stages = stages;
        this.api = new Api(template, engine, new Authorizer(new SigningKeys()), Clock.systemUTC());
    }

    public static Gateway start(int port, TownTemplate template, Engine engine, Stages stages) {
        var gateway = new Gateway(LoopbackServer.open(port), template, engine, stages);
        gateway.server.serve(gateway::exchange);
        return gateway;
    }

    public URI uri() {
        return server.uri();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
        // Read to the end even if it is too long: a client that is cut off never sees why.
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        GatewayResponse response = body.length > BODY_LIMIT
                ? GatewayResponse.message(413, "Request Too Long")
                : api.answer(request(exchange, body));
        send(exchange, response);
    }

    private GatewayRequest request(HttpExchange exchange, byte[] body) {
        URI uri = exchange.getRequestURI();
        return new GatewayRequest(
                exchange.getRequestMethod(),
                stages.of(uri.getRawPath()),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                exchange.getProtocol(),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                GatewayRequest.lowerCase(exchange.getRequestHeaders()),
                body,
                Clock.systemUTC().instant());
    }

    private static void send(HttpExchange exchange, GatewayResponse response) throws IOException {
        response.headers()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, List.copyOf(values)));
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
        exchange.sendResponseHeaders(response.status(), bodiless ? NO_BODY : response.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(response.body());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
