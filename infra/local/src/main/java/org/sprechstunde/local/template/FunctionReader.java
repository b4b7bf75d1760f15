package org.sprechstunde.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.local.template.FunctionSpec.ScheduleSpec;
import org.sprechstunde.local.template.FunctionSpec.StreamSpec;

/** Reads a SAM function with its events; defaults are Lambda's. */
final class FunctionReader {
    private static final int DEFAULT_TIMEOUT = 3;
    private static final int DEFAULT_MEMORY = 128;
    /** The quota of a whole account, which no computer reaches. */
    private static final int UNRESERVED = 1000;

    private static final int DEFAULT_BATCH = 100;
    /** Lambda would retry until the record expires; here a poisoned record must end some day. */
    private static final int DEFAULT_RETRIES = 10;

    private FunctionReader() {}

    static FunctionSpec read(PhysicalNames physical, Values function) {
        List<StreamSpec> streams = new ArrayList<>();
        List<ScheduleSpec> schedules = new ArrayList<>();
        Values events = function.inOrEmpty("Events");
        for (String name : events.values().keySet()) {
            Values event = events.in(name);
            Values properties = event.in("Properties");
            switch (event.text("Type")) {
                case "DynamoDB" -> streams.add(stream(properties));
                case "Schedule" ->
                    schedule(name, properties.text("Schedule"), properties).ifPresent(schedules::add);
                case "ScheduleV2" ->
                    schedule(name, properties.text("ScheduleExpression"), properties)
                            .ifPresent(schedules::add);
                default -> throw new TemplateException(event.where() + ": events of this type are not understood here");
            }
        }
        return new FunctionSpec(
                physical.resource().logicalId(),
                physical.id(),
                physical.attribute("Arn"),
                function.text("Handler"),
                environment(function.inOrEmpty("Environment").inOrEmpty("Variables")),
                Duration.ofSeconds(function.number("Timeout", DEFAULT_TIMEOUT)),
                function.number("MemorySize", DEFAULT_MEMORY),
                function.number("ReservedConcurrentExecutions", UNRESERVED),
                List.copyOf(streams),
                List.copyOf(schedules));
    }

    private static Map<String, String> environment(Values variables) {
        Map<String, String> result = new LinkedHashMap<>();
        variables.values().keySet().forEach(name -> result.put(name, variables.text(name)));
        return result;
    }

    private static StreamSpec stream(Values event) {
        String arn = event.text("Stream");
        int suffix = arn.indexOf("/stream/");
        if (suffix < 0) {
            throw new TemplateException(event.where() + ".Stream is not a table's stream: " + arn);
        }
        List<String> patterns = event.inOrEmpty("FilterCriteria").each("Filters").stream()
                .map(filter -> filter.text("Pattern"))
                .toList();
        return new StreamSpec(
                arn.substring(0, suffix),
                event.number("BatchSize", DEFAULT_BATCH),
                event.number("ParallelizationFactor", 1),
                1 + Math.max(0, event.number("MaximumRetryAttempts", DEFAULT_RETRIES)),
                patterns);
    }

    private static Optional<ScheduleSpec> schedule(String name, String expression, Values event) {
        if (event.optionalText("State").equals(Optional.of("DISABLED"))) {
            return Optional.empty();
        }
        return Optional.of(new ScheduleSpec(
                name, Rate.parse(expression), event.optionalText("Input").orElse("")));
    }
}
