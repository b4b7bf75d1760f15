package org.sprechstunde.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.repository.Yaml;

/** What an admin looks at: one dashboard, and the saved queries for a night. */
final class WatchingRules {
    private static final Pattern ASKED = Pattern.compile("'([A-Z]+(?:_[A-Z]+)+|FAILED|RESOLVED|EXPIRED|ERASED)'");
    private static final Pattern FIELDS = Pattern.compile("(?m)^fields (.*)$");

    /** What a line of ours can hold (platform.Detail), what API Gateway's holds, and what CloudWatch adds. */
    private static final Set<String> KNOWN = Set.of(
            "@timestamp",
            "@message",
            "event",
            "attempt",
            "bytes",
            "cause",
            "code",
            "count",
            "enquiry",
            "latency",
            "login",
            "ms",
            "what",
            "routeKey",
            "status");

    private WatchingRules() {}

    /** Every metric shown is emitted, and every alarm is shown. */
    static List<String> blank(WrittenTemplate template) {
        JsonNode widgets = Yaml.read(template.resource("Dashboard")
                        .orElseThrow()
                        .at("/DashboardBody/Fn::Sub")
                        .asText())
                .path("widgets");
        List<String> wrong = new ArrayList<>();
        widgets.forEach(widget -> widget.at("/properties/metrics").forEach(row -> {
            Metric metric = Metric.shown(row);
            if (!metric.isEmitted(template)) {
                wrong.add("the dashboard shows nothing for " + metric);
            }
        }));
        template.ofType("AWS::CloudWatch::Alarm")
                .filter(alarm -> !widgets.toString().contains("${" + alarm.id() + ".Arn}"))
                .forEach(alarm -> wrong.add("the dashboard does not show " + alarm.id()));
        return wrong;
    }

    /** Every event asked for is said by a function whose log is searched. */
    static List<String> senseless(WrittenTemplate template) {
        return template.ofType("AWS::Logs::QueryDefinition")
                .flatMap(query -> Stream.concat(strangers(template, query), unknownFields(query)))
                .toList();
    }

    private static Stream<String> strangers(WrittenTemplate template, WrittenResource query) {
        Set<LogEvent> said = EnumSet.noneOf(LogEvent.class);
        query.at("/LogGroupNames")
                .forEach(log -> said.addAll(
                        EmittedEvents.by(template, log.path("Ref").asText().replace("Logs", "Function"))));
        return ASKED.matcher(query.at("/QueryString").asText())
                .results()
                .map(found -> found.group(1))
                .filter(name -> said.stream().noneMatch(event -> event.name().equals(name)))
                .map(name -> query.id() + " asks in vain for " + name);
    }

    private static Stream<String> unknownFields(WrittenResource query) {
        return FIELDS.matcher(query.at("/QueryString").asText())
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(", ", -1)))
                .filter(field -> !KNOWN.contains(field))
                .map(field -> query.id() + " reads " + field + ", which no line has");
    }
}
