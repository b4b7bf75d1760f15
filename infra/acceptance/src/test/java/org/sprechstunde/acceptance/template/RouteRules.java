package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who gets in where. */
final class RouteRules {
    /** All that anybody may call. To be on this list is a decision. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /webhook",
            "POST /webhook",
            "GET /",
            "GET /assets/{file+}",
            "GET /config.json",
            "GET /quittung",
            "POST /quittung");

    private static final Set<String> LOGGED = Set.of("requestId", "routeKey", "status", "responseLatency");
    private static final Pattern ARN = Pattern.compile("(\\w+)\\.Arn");
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z.]+)");
    private static final Pattern SOURCE = Pattern.compile(".*:\\$\\{Api}/\\*/(\\*|[A-Z]+)(/.*)");

    private RouteRules() {}

    static List<String> unguarded(WrittenTemplate template) {
        return template.ofType("AWS::ApiGatewayV2::Route")
                .filter(route -> !PUBLIC.contains(key(route)))
                .flatMap(route -> route
                        .complaints(
                                fact(
                                        "asks for a token",
                                        route.at("/AuthorizationType").asText().equals("JWT")),
                                fact(
                                        "asks our authorizer",
                                        route.at("/AuthorizerId/Ref").asText().equals("Authorizer")),
                                fact(
                                        "asks for the mayor's scope",
                                        route.at("/AuthorizationScopes")
                                                .toString()
                                                .equals("[\"sprechstunde/mayor\"]")))
                        .stream())
                .toList();
    }

    static List<String> leadingNowhere(WrittenTemplate template) {
        return template.ofType("AWS::ApiGatewayV2::Route")
                .filter(route -> function(template, route).isEmpty())
                .map(WrittenResource::id)
                .toList();
    }

    /** Which function answers; none if it is not the function itself, or may not be called. */
    static Optional<String> function(WrittenTemplate template, WrittenResource route) {
        String target = route.at("/Target/Fn::Sub").asText().replaceAll("integrations/\\$\\{(.*)}", "$1");
        return template.resource(target)
                .filter(integration ->
                        integration.at("/PayloadFormatVersion").asText().equals("2.0"))
                .map(integration ->
                        ARN.matcher(integration.at("/IntegrationUri/Fn::GetAtt").asText()))
                .filter(Matcher::matches)
                .map(arn -> arn.group(1))
                .filter(function -> template.resource(function).isPresent())
                .filter(function -> mayCall(template, function, key(route)));
    }

    private static boolean mayCall(WrittenTemplate template, String function, String key) {
        return template.ofType("AWS::Lambda::Permission")
                .filter(permission ->
                        permission.at("/FunctionName/Ref").asText().equals(function))
                .map(permission ->
                        SOURCE.matcher(permission.at("/SourceArn/Fn::Sub").asText()))
                .anyMatch(source -> source.matches() && glob(source.group(1) + " " + source.group(2), key));
    }

    /** Each permission is for one path of its function, and for no method that the path does not have. */
    static List<String> overreaching(WrittenTemplate template) {
        return template.ofType("AWS::Lambda::Permission")
                .filter(permission -> template.ofType("AWS::ApiGatewayV2::Route")
                        .noneMatch(route -> isFor(template, permission, route)))
                .map(WrittenResource::id)
                .toList();
    }

    private static boolean isFor(WrittenTemplate template, WrittenResource permission, WrittenResource route) {
        Matcher source = SOURCE.matcher(permission.at("/SourceArn/Fn::Sub").asText());
        String[] key = key(route).split(" ", 2);
        return source.matches()
                && permission.at("/Principal").asText().equals("apigateway.amazonaws.com")
                && function(template, route)
                        .equals(Optional.of(permission.at("/FunctionName/Ref").asText()))
                && source.group(2).equals(key[1].replaceAll("\\{[^}]*}", "*"))
                && (source.group(1).equals("*") || source.group(1).equals(key[0]));
    }

    private static boolean glob(String pattern, String text) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), text);
    }

    static List<String> unthrottled(WrittenTemplate template) {
        WrittenResource stage = template.resource("ApiStage").orElseThrow();
        Set<String> before = new HashSet<>();
        stage.body().path("DependsOn").forEach(id -> before.add(id.asText()));
        List<String> wrong = new ArrayList<>();
        template.ofType("AWS::ApiGatewayV2::Route")
                .forEach(route -> wrong.addAll(route.complaints(
                        fact(
                                "is throttled",
                                isThrottled(stage.at("/RouteSettings").path(key(route)))),
                        fact("exists before its throttle", before.contains(route.id())))));
        wrong.addAll(stage.complaints(fact("throttles the rest", isThrottled(stage.at("/DefaultRouteSettings")))));
        return wrong;
    }

    private static boolean isThrottled(JsonNode settings) {
        return settings.path("ThrottlingRateLimit").asInt() > 0
                && settings.path("ThrottlingBurstLimit").asInt() > 0;
    }

    static List<String> talkative(WrittenTemplate template) {
        WrittenResource stage = template.resource("ApiStage").orElseThrow();
        return VARIABLE.matcher(stage.at("/AccessLogSettings/Format").asText())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !LOGGED.contains(name))
                .toList();
    }

    private static String key(WrittenResource route) {
        return route.at("/RouteKey").asText();
    }
}
