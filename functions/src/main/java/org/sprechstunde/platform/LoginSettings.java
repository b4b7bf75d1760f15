package org.sprechstunde.platform;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the page needs to log the mayor in; {@code origin} serves the authorize and token endpoints.
 *
 * @param admission absent where whoever can log in may work here
 */
public record LoginSettings(
        String issuer, String clientId, String scope, String origin, Optional<Admission> admission) {

    static LoginSettings of(UnaryOperator<String> text, Function<String, Optional<String>> optional) {
        return new LoginSettings(
                text.apply("OIDC_ISSUER"),
                text.apply("OIDC_CLIENT_ID"),
                text.apply("OIDC_SCOPE"),
                text.apply("LOGIN_ORIGIN"),
                Admission.of(optional));
    }
}
