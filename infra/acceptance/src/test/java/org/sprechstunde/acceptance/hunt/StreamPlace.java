package org.sprechstunde.acceptance.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sprechstunde.acceptance.hunt.Place.Chunk;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Every record of the table's stream, from the beginning of every shard. */
final class StreamPlace {
    private final DynamoDbStreamsClient client;
    private final String arn;

    private StreamPlace(DynamoDbStreamsClient client, String arn) {
        this.client = client;
        this.arn = arn;
    }

    static Place of(DynamoDbStreamsClient client, String arn) {
        var stream = new StreamPlace(client, arn);
        return new Place("stream", stream::chunks);
    }

    private Stream<Chunk> chunks() {
        return client.describeStream(describe -> describe.streamArn(arn)).streamDescription().shards().stream()
                .flatMap(this::records)
                .flatMap(StreamPlace::images);
    }

    private Stream<Record> records(Shard shard) {
        List<Record> records = new ArrayList<>();
        String iterator = client.getShardIterator(get ->
                        get.streamArn(arn).shardId(shard.shardId()).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        for (int empty = 0; iterator != null && empty < 2; ) {
            String from = iterator;
            GetRecordsResponse page = client.getRecords(get -> get.shardIterator(from));
            records.addAll(page.records());
            empty = page.records().isEmpty() ? empty + 1 : 0;
            iterator = page.nextShardIterator();
        }
        return records.stream();
    }

    private static Stream<Chunk> images(Record change) {
        var item = Objects.requireNonNull(change.dynamodb());
        return Stream.of(item.keys(), item.newImage(), item.oldImage()).flatMap(Places::attributes);
    }
}
