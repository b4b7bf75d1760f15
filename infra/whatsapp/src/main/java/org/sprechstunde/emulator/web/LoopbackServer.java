package org.sprechstunde.emulator.web;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The JDK's HTTP server on 127.0.0.1, a virtual thread for each request. No library stands in between: what breaks a
 * connection half-way, or never answers, must have it in its own hands.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    static {
        // Without it an answer waits 40 ms for the client's acknowledgement of its headers. The JDK looks only once.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Takes the port; nothing is answered before {@link #serve}.
     *
     * @param port 0 for any free one
     */
    public static LoopbackServer open(int port) {
        try {
            InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return new LoopbackServer(HttpServer.create(new InetSocketAddress(here, port), BACKLOG));
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be opened", e);
        }
    }

    /** Answers from now on; an exchange that the handler leaves without an answer closes without a word. */
    public void serve(HttpHandler handler) {
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whoever is still waiting in a handler is interrupted. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
