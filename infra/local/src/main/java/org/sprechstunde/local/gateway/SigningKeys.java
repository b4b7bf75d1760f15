package org.sprechstunde.local.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Issuers' public keys, found through their discovery documents and kept for a while. */
final class SigningKeys implements AutoCloseable {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration AT_LEAST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Fetched> byIssuer = new ConcurrentHashMap<>();

    private record Fetched(JWKSet keys, long nanos) {
        boolean isOlderThan(Duration age) {
            return System.nanoTime() - nanos > age.toNanos();
        }
    }

    /** Finds the key, asking the issuer again if it is unknown: keys are rotated. */
    Optional<RSAKey> find(String issuer, @Nullable String keyId) {
        Fetched fetched = fetched(issuer, KEPT);
        if (fetched.keys().getKeyByKeyId(keyId) == null) {
            fetched = fetched(issuer, AT_LEAST);
        }
        JWK key = fetched.keys().getKeyByKeyId(keyId);
        return key instanceof RSAKey rsa ? Optional.of(rsa) : Optional.empty();
    }

    private Fetched fetched(String issuer, Duration age) {
        Fetched known = byIssuer.get(issuer);
        if (known != null && !known.isOlderThan(age)) {
            return known;
        }
        Fetched fresh = new Fetched(fetch(issuer), System.nanoTime());
        byIssuer.put(issuer, fresh);
        return fresh;
    }

    /** An issuer that cannot be reached has no keys, so nobody gets in. */
    private JWKSet fetch(String issuer) {
        try {
            String discovery = get(URI.create(issuer + "/.well-known/openid-configuration"));
            return JWKSet.parse(
                    get(URI.create(json.readTree(discovery).path("jwks_uri").asText())));
        } catch (IOException | ParseException | IllegalArgumentException _) {
            return new JWKSet();
        }
    }

    private String get(URI uri) throws IOException {
        try {
            var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
