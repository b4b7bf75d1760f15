package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sprechstunde.acceptance.costs.BilledCalls;
import org.sprechstunde.acceptance.costs.CallMeter;
import org.sprechstunde.local.output.FunctionLog;
import org.sprechstunde.local.template.RouteSpec;

/** Counts what happens in AWS while something is done: calls, invocations, bytes logged. */
final class Counting {
    private final TestTown town;
    private final Set<String> routed;
    private BilledCalls calls = new BilledCalls();

    Counting(TestTown town) {
        this.town = town;
        this.routed = town.town().template().routes().stream()
                .map(RouteSpec::function)
                .collect(Collectors.toSet());
    }

    Map<String, Double> during(Runnable work) {
        Map<String, Long> before = town.town().invocations();
        int logged = town.town().log().size();
        try (CallMeter.Count count = CallMeter.start(town.town()::answersAt)) {
            calls = count.calls();
            work.run();
        }
        List<FunctionLog.Line> lines = town.town().log();
        lines.subList(logged, lines.size())
                .forEach(line -> count("log bytes", line.text().getBytes(UTF_8).length));
        town.town().invocations().forEach((function, times) -> {
            long more = times - before.getOrDefault(function, 0L);
            if (more > 0) {
                count("invocations of " + function, (double) more);
                if (routed.contains(function)) {
                    count("API requests", (double) more);
                }
            }
        });
        return calls.all();
    }

    /** Something that no function does, such as a browser's call. */
    void count(String what, double amount) {
        calls.count(what, amount);
    }

    /** Metrics that were counted in at all, by function. */
    double metrics() {
        return town.town().log().stream()
                .filter(line -> line.text().contains("CloudWatchMetrics"))
                .map(line -> line.function() + line.text().replaceAll(".*\"Name\":\"(\\w+)\".*", "$1"))
                .distinct()
                .count();
    }
}
