package org.sprechstunde.local;

import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sprechstunde.local.emulator.OidcServer;

/**
 * Where every part is, known before anything starts, because the parts refer to each other.
 *
 * @param here the parts that are to be started on this computer
 */
record Addresses(Map<Part, URI> uris, Set<Part> here) {
    private static final int LARGEST_PORT = 65_535;
    private static final String ALL_OF_AWS = "AWS_ENDPOINT_URL";

    /**
     * Decides from environment variables; port 0 means any free one.
     *
     * @throws StartException if a port is taken
     */
    static Addresses from(Map<String, String> environment, FreePorts free) {
        Map<Part, URI> uris = new EnumMap<>(Part.class);
        Set<Part> here = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            Optional<URI> elsewhere = elsewhere(part, environment);
            if (elsewhere.isPresent()) {
                uris.put(part, elsewhere.get());
            } else {
                uris.put(part, local(part, claim(part, port(part, environment), free)));
                here.add(part);
            }
        }
        return new Addresses(uris, here);
    }

    URI of(Part part) {
        return Optional.ofNullable(uris.get(part)).orElseThrow();
    }

    /** Whether one of the parts is at {@code authority}. */
    boolean anyAt(String authority) {
        return uris.values().stream().anyMatch(uri -> authority.equals(uri.getRawAuthority()));
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
    private static int claim(Part part, int port, FreePorts free) {
        if (port == 0) {
            return free.take();
        }
        if (!FreePorts.isFree(port)) {
            throw new StartException("Port " + port + " (" + part.label() + ") is taken: stop what uses it or set "
                    + part.portVariable() + ".");
        }
        return port;
    }
}
