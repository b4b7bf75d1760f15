package org.sprechstunde.local.stores;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.sprechstunde.local.template.FunctionSpec.ScheduleSpec;

/** Calls functions at their rate, for the first time after one period. */
public final class RateScheduler implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().name("schedules").daemon().factory());
    private final Clock clock;

    public RateScheduler(Clock clock) {
        this.clock = clock;
    }

    public void add(ScheduleSpec schedule, Invoker invoker) {
        long period = schedule.rate().toMillis();
        ScheduledFuture<?> _ =
                timer.scheduleAtFixedRate(() -> invoker.invoke(event(schedule)), period, period, TimeUnit.MILLISECONDS);
    }

    /** The event of a schedule: its input, or what EventBridge sends where there is none. */
    ObjectNode event(ScheduleSpec schedule) {
        if (!schedule.input().isEmpty()) {
            return input(schedule);
        }
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", "000000000000")
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", "eu-central-1");
        event.putArray("resources");
        event.putObject("detail");
        return event;
    }

    private static ObjectNode input(ScheduleSpec schedule) {
        try {
            return (ObjectNode) JSON.readTree(schedule.input());
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IllegalArgumentException("the input of schedule " + schedule.name() + " is no JSON object", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
