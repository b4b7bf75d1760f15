package org.sprechstunde.local.stores;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard of a stream from its beginning, each record once. */
final class ShardReader {
    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final String shardId;
    private @Nullable String iterator;
    private @Nullable String lastRead;
    private boolean ended;

    ShardReader(DynamoDbStreamsClient streams, String streamArn, String shardId) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.shardId = shardId;
    }

    /** What has come since the last call; empty for ever once the shard is closed. */
    List<Record> next() {
        if (ended) {
            return List.of();
        }
        try {
            return read(iterator == null ? begin() : iterator);
        } catch (ExpiredIteratorException _) {
            iterator = null;
            return List.of();
        }
    }

    private List<Record> read(String from) {
        GetRecordsResponse response = streams.getRecords(request -> request.shardIterator(from));
        iterator = response.nextShardIterator();
        ended = iterator == null;
        if (!response.records().isEmpty()) {
            lastRead = response.records().getLast().dynamodb().sequenceNumber();
        }
        return response.records();
    }

    private String begin() {
        var request = GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shardId);
        if (lastRead == null) {
            request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
        } else {
            request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(lastRead);
        }
        return streams.getShardIterator(request.build()).shardIterator();
    }
}
