package org.sprechstunde.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sprechstunde.local.template.RouteSpec;
import org.sprechstunde.local.template.RouteSpec.AuthorizerSpec;

/** The JWT authorizer of an HTTP API: signature, issuer, times, audience, then scope. */
final class Authorizer {
    private static final String BEARER = "Bearer ";
    private final SigningKeys keys;

    /** What became of a request's token. */
    sealed interface Decision {
        /** No token was needed, or a good one was shown. */
        record Granted(Optional<Claims> claims) implements Decision {}

        /** No token or one that is worth nothing. */
        record Unauthorized() implements Decision {}

        /** A good token, but not for this. */
        record Forbidden() implements Decision {}
    }

    Authorizer(SigningKeys keys) {
        this.keys = keys;
    }

    Decision decide(RouteSpec route, Optional<String> header, Instant now) {
        if (route.authorizer().isEmpty()) {
            return new Decision.Granted(Optional.empty());
        }
        AuthorizerSpec spec = route.authorizer().get();
        Optional<Claims> claims = header.map(Authorizer::token).flatMap(token -> verify(token, spec, now));
        if (claims.isEmpty()) {
            return new Decision.Unauthorized();
        }
        return claims.get().hasScope(route.scopes()) ? new Decision.Granted(claims) : new Decision.Forbidden();
    }

    private Optional<Claims> verify(String token, AuthorizerSpec spec, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return signatureHolds(jwt, spec.issuer()) && isMeant(jwt, spec, now)
                    ? Optional.of(claims(jwt))
                    : Optional.empty();
        } catch (ParseException | JOSEException _) {
            return Optional.empty();
        }
    }

    private boolean signatureHolds(SignedJWT jwt, String issuer) throws JOSEException {
        if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
            return false;
        }
        Optional<RSAKey> key = keys.find(issuer, jwt.getHeader().getKeyID());
        return key.isPresent() && jwt.verify(new RSASSAVerifier(key.get()));
    }

    private static boolean isMeant(SignedJWT jwt, AuthorizerSpec spec, Instant now) throws ParseException {
        var claims = jwt.getJWTClaimsSet();
        Date expiry = claims.getExpirationTime();
        Date start = claims.getNotBeforeTime();
        return spec.issuer().equals(claims.getIssuer())
                && expiry != null
                && now.isBefore(expiry.toInstant())
                && (start == null || !now.isBefore(start.toInstant()))
                && claims(jwt).isFor(spec.audience());
    }

    private static Claims claims(SignedJWT jwt) throws ParseException {
        Map<String, Object> values = new TreeMap<>(jwt.getPayload().toJSONObject());
        values.values().removeIf(value -> value == null);
        return new Claims(new LinkedHashMap<>(values));
    }

    private static String token(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : header.strip();
    }
}
