package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each function on its own, and all of them alike. */
final class FunctionRules {
    /** What would keep a copy of an event, or carry it elsewhere. */
    private static final List<String> COPYING =
            List.of("DeadLetterQueue", "DurableConfig", "FileSystemConfigs", "Tracing");

    private static final String KEPT_WARM =
            "rate(5 minutes){\"Fn::If\":[\"KeptWarm\",\"ENABLED\",\"DISABLED\"]}{\"detail-type\":\"Keep warm\"}";

    private FunctionRules() {}

    static List<String> unlike(WrittenTemplate template) {
        JsonNode globals = template.section("Globals").path("Function");
        List<String> unlike = new ArrayList<>();
        if (globals.at("/Environment/Variables/JAVA_TOOL_OPTIONS").asText().contains("TieredStopAtLevel")) {
            unlike.add("the functions are told what Lambda's runtime says itself");
        }
        if (!globals.path("Runtime").asText().equals("java25")
                || !globals.path("Architectures").toString().equals("[\"arm64\"]")
                || !globals.path("CodeUri").asText().equals("functions")) {
            unlike.add("not all functions are Java 25 on arm64 from one jar");
        }
        template.functions()
                .forEach(function -> unlike.addAll(function.complaints(
                        fact(
                                "has the common environment",
                                !function.properties().has("Environment")),
                        fact("has the common runtime", !function.properties().has("Runtime")),
                        fact("has the common code", !function.properties().has("CodeUri")),
                        fact(
                                "is built as tested",
                                function.body()
                                        .at("/Metadata/BuildMethod")
                                        .asText()
                                        .equals("makefile")))));
        return unlike;
    }

    /** A shared role would grant each what the other needs; a shared or missing group hides or keeps too long. */
    static List<String> sharing(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        Set<String> owned = new HashSet<>();
        template.functions().forEach(function -> {
            String name = function.id().replace("Function", "");
            wrong.addAll(function.complaints(
                    fact(
                            "has its own role",
                            function.at("/Role/Fn::GetAtt").asText().equals(name + "Role.Arn")),
                    fact(
                            "has its own log",
                            function.at("/LoggingConfig/LogGroup/Ref").asText().equals(name + "Logs")),
                    fact(
                            "has no policies beside its role",
                            !function.properties().has("Policies"))));
            owned.add(name + "Role");
        });
        template.ofType("AWS::IAM::Role")
                .map(WrittenResource::id)
                .filter(id -> !owned.contains(id))
                .forEach(wrong::add);
        return wrong;
    }

    static List<String> remembering(WrittenTemplate template) {
        List<String> wrong = new ArrayList<>();
        JsonNode globals = template.section("Globals").path("Function");
        COPYING.stream().filter(globals::has).forEach(wrong::add);
        template.functions().forEach(function -> {
            COPYING.stream().filter(function.properties()::has).forEach(it -> wrong.add(function.id() + ": " + it));
            if (function.properties().toString().contains("DestinationConfig")) {
                wrong.add(function.id() + " sends failed events elsewhere");
            }
        });
        if (template.text().contains("LOG_EVENT") || template.text().contains("DataTraceEnabled")) {
            wrong.add("events are logged");
        }
        return wrong;
    }

    /** Events are hints, the table is the truth. */
    static List<String> wrongEvents(WrittenTemplate template) {
        WrittenResource tasks = template.resource("TasksFunction").orElseThrow();
        WrittenResource sweep = template.resource("SweepFunction").orElseThrow();
        List<String> wrong = new ArrayList<>();
        wrong.addAll(tasks.complaints(
                fact(
                        "hears of new tasks only",
                        tasks.at("/Events/Stream/Properties/FilterCriteria/Filters")
                                .toString()
                                .equals(
                                        "[{\"Pattern\":\"{\\\"eventName\\\":[\\\"INSERT\\\"],\\\"dynamodb\\\":{\\\"Keys\\\":"
                                            + "{\\\"sk\\\":{\\\"S\\\":[{\\\"prefix\\\":\\\"TASK#\\\"}]}}}}\"}]")),
                fact(
                        "gives up soon",
                        tasks.at("/Events/Stream/Properties/MaximumRetryAttempts")
                                        .asInt(-1)
                                == 2)));
        wrong.addAll(sweep.complaints(
                fact("runs every 5 minutes", schedule(sweep, "EveryFiveMinutes").equals("rate(5 minutes)")),
                fact(
                        "looks for leftovers every hour",
                        schedule(sweep, "EveryHour").equals("rate(1 hour)")),
                fact(
                        "runs once at a time",
                        sweep.at("/ReservedConcurrentExecutions/Fn::If/1").asInt() == 1)));
        return wrong;
    }

    /** Somebody waits for each function that a route leads to; nobody shall wait for a start. */
    static List<String> cold(WrittenTemplate template) {
        List<String> cold = new ArrayList<>();
        template.ofType("AWS::ApiGatewayV2::Integration")
                .map(integration ->
                        integration.at("/IntegrationUri/Fn::GetAtt").asText().replace(".Arn", ""))
                .forEach(function -> cold.addAll(template.resource(function)
                        .orElseThrow()
                        .complaints(fact(
                                "is kept warm", keptWarm(template, function).equals(KEPT_WARM)))));
        return cold;
    }

    private static String keptWarm(WrittenTemplate template, String function) {
        JsonNode schedule = template.resource(function).orElseThrow().at("/Events/KeepWarm/Properties");
        return schedule.path("Schedule").asText()
                + schedule.path("State")
                + schedule.path("Input").asText();
    }

    private static String schedule(WrittenResource function, String event) {
        return function.at("/Events/" + event + "/Properties/Schedule").asText();
    }
}
