package org.sprechstunde.local.gateway;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Issuers' public keys, found through their discovery documents, which nimbus' JWT library leaves to others. */
final class SigningKeys {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration AT_LEAST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DefaultResourceRetriever http =
            new DefaultResourceRetriever((int) PATIENCE.toMillis(), (int) PATIENCE.toMillis());
    private final Map<String, JWKSource<SecurityContext>> byIssuer = new ConcurrentHashMap<>();

    JWKSource<SecurityContext> of(String issuer) {
        return byIssuer.computeIfAbsent(issuer, this::source);
    }

    /** An unknown key is asked for again, since keys are rotated, but not with every token. */
    private JWKSource<SecurityContext> source(String issuer) {
        try {
            URL discovery =
                    URI.create(issuer + "/.well-known/openid-configuration").toURL();
            return JWKSourceBuilder.create(discovery, document -> http.retrieveResource(keys(document)))
                    .cache(KEPT.toMillis(), PATIENCE.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(AT_LEAST.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("this is no issuer: " + issuer, e);
        }
    }

    private URL keys(URL discovery) throws IOException {
        try {
            var document =
                    JSONObjectUtils.parse(http.retrieveResource(discovery).getContent());
            return URI.create(document.getOrDefault("jwks_uri", "").toString()).toURL();
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("this is no discovery document", e);
        }
    }
}
