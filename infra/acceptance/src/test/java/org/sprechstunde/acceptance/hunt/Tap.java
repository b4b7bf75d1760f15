package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Stands in a connection, passes every byte on as it came, and remembers it; can also have a bad day. */
final class Tap implements AutoCloseable {
    /** A call is given up after five seconds. */
    private static final Duration LONGER_THAN_A_CALL = Duration.ofSeconds(7);

    private final ServerSocket server;
    private final int target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final AtomicReference<BadDay> badDay = new AtomicReference<>(BadDay.NONE);

    /** A request and what was answered; the answer is missing where the connection broke. */
    record Exchange(HttpMessage request, HttpMessage answer) {}

    private Tap(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** A tap on a free port before the server at {@code target} on this computer. */
    static Tap before(int target) throws IOException {
        Tap tap = new Tap(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), target);
        tap.threads.execute(tap::accept);
        return tap;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Everything that has passed so far. */
    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What goes wrong from now on. */
    void suffer(BadDay day) {
        badDay.set(day);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            var line = new Line(
                    new BufferedInputStream(client.getInputStream()),
                    client.getOutputStream(),
                    new BufferedInputStream(upstream.getInputStream()),
                    upstream.getOutputStream());
            boolean open;
            do {
                open = pass(line);
            } while (open);
        } catch (IOException _) {
            // One of the two has hung up; what came before is remembered.
        }
    }

    /** The four ends of a connection. */
    private record Line(InputStream fromClient, OutputStream toClient, InputStream fromServer, OutputStream toServer) {}

    /** Passes one exchange; false once the connection is over. */
    private boolean pass(Line line) throws IOException {
        byte[] head = HttpMessage.head(line.fromClient());
        if (head.length == 0) {
            return false;
        }
        var bare = new HttpMessage(head, new byte[0], new byte[0]);
        if (bare.header("expect").isPresent()) {
            line.toClient().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
            line.toClient().flush();
        }
        HttpMessage request = HttpMessage.read(head, line.fromClient(), false);
        HttpMessage answer = answer(request, line);
        exchanges.add(new Exchange(request, answer));
        if (answer.isMissing()) {
            return false;
        }
        answer.write(line.toClient());
        return (isHead(request) || !answer.isLast()) && !request.isLast();
    }

    private HttpMessage answer(HttpMessage request, Line line) throws IOException {
        return switch (badDay.get().fate(request)) {
            case REFUSED -> BadDay.refusal();
            case BROKEN_BEFORE -> HttpMessage.none();
            case HELD -> held();
            case BROKEN_AFTER -> {
                forward(request, line);
                yield HttpMessage.none();
            }
            case PASSED -> forward(request, line);
        };
    }

    private static HttpMessage held() throws IOException {
        try {
            Thread.sleep(LONGER_THAN_A_CALL);
            return HttpMessage.none();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static HttpMessage forward(HttpMessage request, Line line) throws IOException {
        request.write(line.toServer());
        byte[] head = HttpMessage.head(line.fromServer());
        while (new HttpMessage(head, new byte[0], new byte[0]).status() == 100) {
            head = HttpMessage.head(line.fromServer());
        }
        return head.length == 0 || isHead(request)
                ? new HttpMessage(head, new byte[0], new byte[0])
                : HttpMessage.read(head, line.fromServer(), true);
    }

    private static boolean isHead(HttpMessage request) {
        return request.firstLine().startsWith("HEAD ");
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
