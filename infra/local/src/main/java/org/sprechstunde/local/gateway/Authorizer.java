package org.sprechstunde.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
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
            JWTClaimsSet verified = processor(spec.issuer(), now).process(token, null);
            Claims claims = new Claims(new TreeMap<>(verified.toJSONObject()));
            return claims.isFor(spec.audience()) ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return Optional.empty();
        }
    }

    private JWTProcessor<SecurityContext> processor(String issuer, Instant now) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        // Some issuers call an access token at+jwt, some nothing; the gateway does not look at it.
        processor.setJWSTypeVerifier((_, _) -> {});
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys.of(issuer)));
        processor.setJWTClaimsSetVerifier(verifier(issuer, now));
        return processor;
    }

    private static JWTClaimsSetVerifier<SecurityContext> verifier(String issuer, Instant now) {
        JWTClaimsSet exactly = new JWTClaimsSet.Builder().issuer(issuer).build();
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(exactly, Set.of("exp")) {
            @Override
            protected Date currentTime() {
                return Date.from(now);
            }
        };
        verifier.setMaxClockSkew(0);
        return verifier;
    }

    private static String token(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : header.strip();
    }
}
