package org.sprechstunde.local.template;

import java.util.List;
import java.util.Optional;

/**
 * A route of the HTTP API.
 *
 * @param key method and path, for example {@code GET /api/enquiries/{id}}
 * @param function logical id of what answers
 * @param scopes the caller's token must carry one of them
 */
public record RouteSpec(String key, String function, Optional<AuthorizerSpec> authorizer, List<String> scopes) {

    /** Whose tokens are accepted: issuer and audience as in them. */
    public record AuthorizerSpec(String issuer, List<String> audience) {}
}
