package org.sprechstunde.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.sprechstunde.local.emulator.OidcServer;

/**
 * Where every part is, known before anything starts, because the parts refer to each other.
 *
 * @param here the parts that are to be started on this computer
 */
record Addresses(Map<Part, URI> uris, Set<Part> here) {
    private static final int LARGEST_PORT = 65_535;
    private static final int ANY_FROM = 20_000;
    private static final int ANY_TO = 32_000;
    private static final String ALL_OF_AWS = "AWS_ENDPOINT_URL";

    /**
     * Decides from environment variables; port 0 means any free one.
     *
     * @throws StartException if a port is taken
     */
    static Addresses from(Map<String, String> environment) {
        Map<Part, URI> uris = new EnumMap<>(Part.class);
        Set<Part> here = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            Optional<URI> elsewhere = elsewhere(part, environment);
            if (elsewhere.isPresent()) {
                uris.put(part, elsewhere.get());
            } else {
                uris.put(part, local(part, claim(part, port(part, environment), uris)));
                here.add(part);
            }
        }
        return new Addresses(uris, here);
    }

    URI of(Part part) {
        return Optional.ofNullable(uris.get(part)).orElseThrow();
    }

    int port(Part part) {
        return of(part).getPort();
    }

    boolean isHere(Part part) {
        return here.contains(part);
    }

    /** Scheme, host and port: what browsers call an origin. */
    String origin(Part part) {
        URI uri = of(part);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static Optional<URI> elsewhere(Part part, Map<String, String> environment) {
        String own = part.elsewhereVariable();
        return Stream.of(own, own.startsWith(ALL_OF_AWS) ? ALL_OF_AWS : "")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(URI::create);
    }

    private static URI local(Part part, int port) {
        String path = part == Part.OIDC ? "/" + OidcServer.ISSUER : "";
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int port(Part part, Map<String, String> environment) {
        String value = environment.getOrDefault(part.portVariable(), "").strip();
        if (value.isEmpty()) {
            return part.defaultPort();
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > LARGEST_PORT) {
            throw new StartException(part.portVariable() + " should be a port number, but is " + value + ".");
        }
        return Integer.parseInt(value);
    }

    /** Binds and lets go again, so that a taken port is found before anything has started. */
    private static int claim(Part part, int port, Map<Part, URI> others) {
        if (port == 0) {
            return anyFree(others);
        }
        if (!isFree(port)) {
            throw new StartException("Port " + port + " (" + part.label() + ") is taken: stop what uses it or set "
                    + part.portVariable() + ".");
        }
        return port;
    }

    /** Not from the system's own range: it could give the port to a connection before the part has started. */
    private static int anyFree(Map<Part, URI> others) {
        return ThreadLocalRandom.current()
                .ints(ANY_FROM, ANY_TO)
                .filter(port -> others.values().stream().noneMatch(uri -> uri.getPort() == port))
                .filter(Addresses::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
