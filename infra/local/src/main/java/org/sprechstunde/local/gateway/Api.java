package org.sprechstunde.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.sprechstunde.local.engine.Engine;
import org.sprechstunde.local.engine.Engine.Outcome;
import org.sprechstunde.local.gateway.Authorizer.Decision;
import org.sprechstunde.local.template.TownTemplate;

/** From a request to its answer: route, authorizer, function. */
record Api(TownTemplate template, Engine engine, Authorizer authorizer, Clock clock, Routes routes) {
    /** Lambda takes and returns no more than this. */
    private static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

    Api(TownTemplate template, Engine engine, Authorizer authorizer, Clock clock) {
        this(template, engine, authorizer, clock, new Routes(template.routes()));
    }

    GatewayResponse answer(GatewayRequest request) {
        return routes.match(request.method(), request.routePath())
                .map(match -> authorized(request, match))
                .orElseGet(() -> GatewayResponse.message(404, "Not Found"));
    }

    private GatewayResponse authorized(GatewayRequest request, Routes.Match match) {
        Optional<String> token = request.header("authorization");
        return switch (authorizer.decide(match.route(), token, clock.instant())) {
            case Decision.Granted(Optional<Claims> claims) -> invoke(request, match, claims);
            case Decision.Unauthorized() -> GatewayResponse.message(401, "Unauthorized");
            case Decision.Forbidden() -> GatewayResponse.message(403, "Forbidden");
        };
    }

    private GatewayResponse invoke(GatewayRequest request, Routes.Match match, Optional<Claims> claims) {
        ObjectNode event =
                Payload.event(request, match, claims, UUID.randomUUID().toString());
        byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > PAYLOAD_LIMIT) {
            return GatewayResponse.message(413, "Request Entity Too Large");
        }
        return switch (engine.invoke(template.function(match.route().function()), bytes)) {
            case Outcome.Answered(byte[] answer) when answer.length <= PAYLOAD_LIMIT -> GatewayResponse.of(answer);
            case Outcome.Answered _, Outcome.Failed _ -> GatewayResponse.internalServerError();
            case Outcome.TimedOut() -> GatewayResponse.message(503, "Service Unavailable");
        };
    }
}
