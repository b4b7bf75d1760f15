package org.sprechstunde.local;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports for a town that is about to start. Until its servers listen, the same port of UDP is held, which nobody uses:
 * so no town that starts beside it, in this process or in another, takes the same one.
 */
final class FreePorts implements AutoCloseable {
    /** Not from the system's own range: it could give the port to a connection before the part has started. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;

    private final List<DatagramSocket> held = new ArrayList<>();

    int take() {
        return ThreadLocalRandom.current()
                .ints(FROM, TO)
                .filter(FreePorts::isFree)
                .filter(this::hold)
                .findFirst()
                .orElseThrow();
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(here(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** False if it is held already. */
    boolean hold(int port) {
        try {
            held.add(new DatagramSocket(here(port)));
            return true;
        } catch (SocketException _) {
            return false;
        }
    }

    private static InetSocketAddress here(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        held.forEach(DatagramSocket::close);
        held.clear();
    }
}
