package org.sprechstunde.local;

import java.time.Clock;
import org.sprechstunde.local.stores.RateScheduler;
import org.sprechstunde.local.stores.StoreClients;
import org.sprechstunde.local.stores.StreamPoller;
import org.sprechstunde.local.template.FunctionSpec;
import org.sprechstunde.local.template.FunctionSpec.ScheduleSpec;
import org.sprechstunde.local.template.FunctionSpec.StreamSpec;

/** Connects what calls functions apart from HTTP: streams and schedules. */
record Callers(LocalFunctions functions, StoreClients clients, String region) {

    void connectStreams(Running running) {
        for (FunctionSpec function : functions.template().functions()) {
            for (StreamSpec stream : function.streams()) {
                running.add(StreamPoller.start(
                        clients, table(stream.tableArn()), region, stream, functions.invoker(function)));
            }
        }
    }

    void connectSchedules(Running running, Clock clock) {
        RateScheduler scheduler = running.add(new RateScheduler(clock));
        for (FunctionSpec function : functions.template().functions()) {
            for (ScheduleSpec schedule : function.schedules()) {
                scheduler.add(schedule, functions.invoker(function));
            }
        }
    }

    private String table(String arn) {
        return functions.template().tables().stream()
                .filter(table -> table.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> new StartException("No table of the template has the stream of " + arn + "."))
                .name();
    }
}
