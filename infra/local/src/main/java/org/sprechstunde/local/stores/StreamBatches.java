package org.sprechstunde.local.stores;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.sprechstunde.local.template.FunctionSpec.StreamSpec;

/**
 * Hands records to a function as Lambda does: in batches, several at once, but never two at once that
 * have the same keys.
 */
final class StreamBatches implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int LONGEST_DOUBLING = 5;

    private final StreamSpec spec;
    private final Invoker invoker;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    StreamBatches(StreamSpec spec, Invoker invoker) {
        this.spec = spec;
        this.invoker = invoker;
    }

    /** Returns when all records have been taken, or given up. */
    void deliver(List<ObjectNode> records) throws InterruptedException {
        Map<Integer, List<ObjectNode>> lanes = records.stream().collect(Collectors.groupingBy(this::lane));
        List<Callable<Boolean>> deliveries = new ArrayList<>();
        lanes.values().forEach(lane -> deliveries.add(() -> deliverInOrder(lane)));
        threads.invokeAll(deliveries);
    }

    private int lane(ObjectNode record) {
        return Math.floorMod(record.at("/dynamodb/Keys").hashCode(), spec.lanes());
    }

    private boolean deliverInOrder(List<ObjectNode> lane) throws InterruptedException {
        boolean all = true;
        for (int from = 0; from < lane.size(); from += spec.batch()) {
            List<ObjectNode> batch = lane.subList(from, Math.min(lane.size(), from + spec.batch()));
            all &= insist(StreamEvents.event(batch));
        }
        return all;
    }

    /** A batch that keeps failing is given up: the table has the tasks, and the sweep will find them. */
    private boolean insist(ObjectNode event) throws InterruptedException {
        for (int attempt = 1; attempt <= spec.attempts(); attempt++) {
            if (invoker.invoke(event)) {
                return true;
            }
            Thread.sleep(FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, LONGEST_DOUBLING)));
        }
        return false;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
