package org.sprechstunde.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The part of an event that tells who asked what, when, and with which token. */
final class RequestContext {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RequestContext() {}

    static ObjectNode of(GatewayRequest request, Routes.Match match, Optional<Claims> claims, String requestId) {
        ObjectNode context = JSON.objectNode().put("accountId", "000000000000").put("apiId", "local");
        claims.ifPresent(valid -> context.set("authorizer", JSON.objectNode().set("jwt", jwt(valid, match))));
        context.put("domainName", request.header("host").orElse("localhost")).put("domainPrefix", "local");
        context.set("http", http(request));
        return context.put("requestId", requestId)
                .put("routeKey", match.route().key())
                .put("stage", request.stage())
                .put("time", time(request.at()))
                .put("timeEpoch", request.at().toEpochMilli());
    }

    private static ObjectNode jwt(Claims claims, Routes.Match match) {
        ObjectNode jwt = JSON.objectNode();
        ObjectNode values = jwt.putObject("claims");
        claims.texts().forEach(values::put);
        if (match.route().scopes().isEmpty()) {
            jwt.putNull("scopes");
        } else {
            match.route().scopes().forEach(jwt.withArray("/scopes")::add);
        }
        return jwt;
    }

    private static ObjectNode http(GatewayRequest request) {
        return JSON.objectNode()
                .put("method", request.method())
                .put("path", Percent.decodePath(request.path()))
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent").orElse(""));
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
