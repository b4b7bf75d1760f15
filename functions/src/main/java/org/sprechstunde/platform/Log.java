package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** One JSON line per event on standard output, which Lambda keeps for 14 days; metrics ride along (EMF). */
public final class Log {
    private static final String NAMESPACE = "Sprechstunde";
    private static final String FUNCTION = System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "local");

    private Log() {}

    @SuppressWarnings("SystemOut") // Lambda's log is standard output
    public static void event(LogEvent event, LogField... details) {
        System.out.println(line(event, System.currentTimeMillis(), details));
    }

    static String line(LogEvent event, long millis, LogField... details) {
        ObjectNode line = Json.object().put("event", event.name());
        for (LogField logField : details) {
            if (logField.isNumber()) {
                line.put(logField.name(), Long.parseLong(logField.value()));
            } else {
                line.put(logField.name(), logField.value());
            }
        }
        event.metric().ifPresent(metric -> addMetric(line, metric, millis));
        return new String(Json.bytes(line), StandardCharsets.UTF_8);
    }

    /** CloudWatch's embedded metric format: the function's name is the only dimension. */
    private static void addMetric(ObjectNode line, String metric, long millis) {
        ObjectNode directive = Json.object().put("Namespace", NAMESPACE);
        directive.set("Dimensions", Json.array().add(Json.array().add("function")));
        directive.set(
                "Metrics", Json.array().add(Json.object().put("Name", metric).put("Unit", "Count")));
        ObjectNode aws = Json.object().put("Timestamp", millis);
        aws.set("CloudWatchMetrics", Json.array().add(directive));
        line.set("_aws", aws);
        line.put("function", FUNCTION).put(metric, 1);
    }
}
