package org.sprechstunde.local.stores;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.local.template.FunctionSpec.StreamSpec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a table's stream and calls the function with what its filter lets pass, batch by batch. */
public final class StreamPoller implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LOOK_FOR_SHARDS = Duration.ofSeconds(5);

    private final DynamoDbStreamsClient streams;
    private final String region;
    private final StreamSpec spec;
    private final StreamFilter filter;
    private final Invoker invoker;
    private final String streamArn;
    /** Where reading goes on in each shard; the empty text marks one that has been read to its end. */
    private final Map<String, String> iterators = new LinkedHashMap<>();

    private final Thread thread;

    private StreamPoller(StoreClients clients, String table, String region, StreamSpec spec, Invoker invoker) {
        this.streams = clients.streams();
        this.region = region;
        this.spec = spec;
        this.filter = new StreamFilter(spec.patterns());
        this.invoker = invoker;
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
        long looked = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (looked == 0 || System.nanoTime() - looked > LOOK_FOR_SHARDS.toNanos()) {
                    findShards();
                    looked = System.nanoTime();
                }
                for (String shard : List.copyOf(iterators.keySet())) {
                    read(shard);
                }
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                return;
            } catch (SdkException _) {
                // The store was busy or is going down; iterators may have expired: look again.
                iterators.values().removeIf(iterator -> !iterator.isEmpty());
                looked = 0;
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void findShards() {
        for (Shard shard : streams.describeStream(request -> request.streamArn(streamArn))
                .streamDescription()
                .shards()) {
            iterators.computeIfAbsent(shard.shardId(), this::iterator);
        }
    }

    private String iterator(String shardId) {
        return streams.getShardIterator(request ->
                        request.streamArn(streamArn).shardId(shardId).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    private void read(String shard) throws InterruptedException {
        String iterator = iterators.getOrDefault(shard, "");
        if (iterator.isEmpty()) {
            return;
        }
        GetRecordsResponse response =
                streams.getRecords(request -> request.shardIterator(iterator).limit(spec.batch()));
        List<ObjectNode> records = new ArrayList<>();
        response.records().stream()
                .map(record -> StreamEvents.record(record, streamArn, region))
                .filter(filter::passes)
                .forEach(records::add);
        if (!records.isEmpty()) {
            deliver(StreamEvents.event(records));
        }
        iterators.put(shard, response.nextShardIterator() == null ? "" : response.nextShardIterator());
    }

    /** A batch that keeps failing is given up: the table has the tasks, and the sweep will find them. */
    private void deliver(ObjectNode event) throws InterruptedException {
        for (int attempt = 1; attempt <= spec.attempts(); attempt++) {
            if (invoker.invoke(event)) {
                return;
            }
            Thread.sleep(PAUSE.multipliedBy(1L << Math.min(attempt, 6)));
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
