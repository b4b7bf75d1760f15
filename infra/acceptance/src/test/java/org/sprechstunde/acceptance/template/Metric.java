package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * A metric that somebody listens to.
 *
 * @param resource logical id of what its only dimension names
 */
record Metric(String namespace, String name, String dimension, String resource) {
    private static final Set<String> OF_LAMBDA =
            Set.of("ConcurrentExecutions", "Duration", "Errors", "Invocations", "Throttles");

    private static final Set<String> OF_API = Set.of("4xx", "5xx", "Count", "IntegrationLatency", "Latency");

    /** As an alarm writes it. */
    static Metric of(JsonNode written) {
        JsonNode dimension = written.at("/Dimensions/0");
        return new Metric(
                written.path("Namespace").asText(),
                written.path("MetricName").asText(),
                dimension.path("Name").asText(),
                dimension.at("/Value/Ref").asText());
    }

    /** As a dashboard writes it. */
    static Metric shown(JsonNode row) {
        return new Metric(
                row.path(0).asText(),
                row.path(1).asText(),
                row.path(2).asText(),
                row.path(3).asText().replaceAll("^\\$\\{(.*)}$", "$1"));
    }

    /** Whether anything ever counts it. */
    boolean isEmitted(WrittenTemplate template) {
        return switch (namespace) {
            case "Sprechstunde" ->
                dimension.equals("function")
                        && EmittedEvents.by(template, resource).stream()
                                .anyMatch(event -> event.metric().equals(Optional.of(name)));
            case "AWS/Lambda" ->
                dimension.equals("FunctionName")
                        && OF_LAMBDA.contains(name)
                        && isA(template, "AWS::Serverless::Function");
            case "AWS/ApiGateway" ->
                dimension.equals("ApiId") && OF_API.contains(name) && isA(template, "AWS::ApiGatewayV2::Api");
            default -> false;
        };
    }

    private boolean isA(WrittenTemplate template, String type) {
        return template.resource(resource).filter(it -> it.type().equals(type)).isPresent();
    }
}
