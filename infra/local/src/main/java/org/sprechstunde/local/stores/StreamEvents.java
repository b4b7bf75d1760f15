package org.sprechstunde.local.stores;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Writes a stream's records as the JSON that Lambda hands to a function. Keys only: the stream has no more. */
final class StreamEvents {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StreamEvents() {}

    static ObjectNode event(List<ObjectNode> records) {
        ObjectNode event = JSON.objectNode();
        records.forEach(event.putArray("Records")::add);
        return event;
    }

    static ObjectNode record(Record record, String streamArn, String region) {
        ObjectNode json = JSON.objectNode()
                .put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString())
                .put("eventVersion", "1.1")
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", region);
        var change = record.dynamodb();
        ObjectNode dynamo = json.putObject("dynamodb");
        dynamo.put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().getEpochSecond());
        dynamo.set("Keys", keys(change.keys()));
        dynamo.put("SequenceNumber", change.sequenceNumber());
        dynamo.put("SizeBytes", change.sizeBytes());
        dynamo.put("StreamViewType", change.streamViewTypeAsString());
        return json.put("eventSourceARN", streamArn);
    }

    private static ObjectNode keys(Map<String, AttributeValue> keys) {
        ObjectNode json = JSON.objectNode();
        keys.forEach((name, value) -> json.set(name, value(value)));
        return json;
    }

    private static ObjectNode value(AttributeValue value) {
        return switch (value.type()) {
            case S -> JSON.objectNode().put("S", value.s());
            case N -> JSON.objectNode().put("N", value.n());
            default ->
                JSON.objectNode().put("B", Objects.requireNonNull(value.b()).asByteArray());
        };
    }
}
