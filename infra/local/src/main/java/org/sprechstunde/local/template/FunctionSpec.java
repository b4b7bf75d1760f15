package org.sprechstunde.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function and what calls it apart from routes.
 *
 * @param concurrency how many events it may have at once
 */
public record FunctionSpec(
        String logicalId,
        String name,
        String arn,
        String handler,
        Map<String, String> environment,
        Duration timeout,
        int memory,
        int concurrency,
        List<StreamSpec> streams,
        List<ScheduleSpec> schedules) {

    /**
     * A table's stream that calls the function.
     *
     * @param lanes how many batches may be under way at once
     * @param patterns JSON patterns, one of which a record must match; none means all records
     * @param attempts how often a failing batch is tried in all
     */
    public record StreamSpec(String tableArn, int batch, int lanes, int attempts, List<String> patterns) {}

    /**
     * A clock that calls the function.
     *
     * @param input the event, as JSON; empty for the scheduler's own event
     */
    public record ScheduleSpec(String name, Duration rate, String input) {}
}
