package org.sprechstunde.local.stores;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.local.template.FunctionSpec.StreamSpec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Shard;

/** Reads a table's stream and calls the function with what its filter lets pass. */
public final class StreamPoller implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LOOK_FOR_SHARDS = Duration.ofSeconds(5);

    private final StoreClients clients;
    private final String region;
    private final StreamFilter filter;
    private final StreamBatches streamBatches;
    private final String streamArn;
    private final Map<String, ShardReader> shards = new LinkedHashMap<>();
    private final Thread thread;

    private StreamPoller(StoreClients clients, String table, String region, StreamSpec spec, Invoker invoker) {
        this.clients = clients;
        this.region = region;
        this.filter = new StreamFilter(spec.patterns());
        this.streamBatches = new StreamBatches(spec, invoker);
        this.streamArn = clients.table()
                .describeTable(request -> request.tableName(table))
                .table()
                .latestStreamArn();
        this.thread = Thread.ofPlatform().name("stream of " + table).daemon().unstarted(this::run);
    }

    /** Starts with whatever the stream still holds: what came before is not lost. */
    public static StreamPoller start(
            StoreClients clients, String table, String region, StreamSpec spec, Invoker invoker) {
        var poller = new StreamPoller(clients, table, region, spec, invoker);
        poller.thread.start();
        return poller;
    }

    private void run() {
        long lookAgain = System.nanoTime();
        // What hands over what was read ends with the reader, not before it; an interrupt reaches both.
        try (streamBatches) {
            while (!Thread.currentThread().isInterrupted()) {
                boolean due = System.nanoTime() - lookAgain >= 0;
                if (due) {
                    lookAgain = System.nanoTime() + LOOK_FOR_SHARDS.toNanos();
                }
                if (!poll(due)) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** True if there was anything; a store that does not answer has nothing for now. */
    private boolean poll(boolean lookForShards) throws InterruptedException {
        try {
            if (lookForShards) {
                findShards();
            }
            boolean any = false;
            for (ShardReader shard : shards.values()) {
                List<ObjectNode> records = shard.next().stream()
                        .map(record -> StreamEvents.record(record, streamArn, region))
                        .filter(filter::passes)
                        .toList();
                streamBatches.deliver(records);
                any |= !records.isEmpty();
            }
            return any;
        } catch (SdkException _) {
            return false;
        }
    }

    private void findShards() {
        for (Shard shard : clients.streams()
                .describeStream(request -> request.streamArn(streamArn))
                .streamDescription()
                .shards()) {
            shards.computeIfAbsent(shard.shardId(), id -> new ShardReader(clients.streams(), streamArn, id));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
