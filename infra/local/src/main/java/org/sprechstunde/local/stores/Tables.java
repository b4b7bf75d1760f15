package org.sprechstunde.local.stores;

import java.util.List;
import java.util.Optional;
import org.sprechstunde.local.template.TableSpec;
import org.sprechstunde.local.template.TableSpec.KeyPart;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates tables as the template describes them; one that is there already is left as it is. */
public final class Tables {
    private final DynamoDbClient dynamo;

    public Tables(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    public void provision(TableSpec table) {
        try {
            dynamo.createTable(request(table));
        } catch (ResourceInUseException _) {
            // Somebody's own endpoint keeps its table from one start to the next.
        }
        dynamo.waiter().waitUntilTableExists(request -> request.tableName(table.name()));
        table.ttl().ifPresent(attribute -> expire(table, attribute));
    }

    /** Says so only once: DynamoDB refuses to switch on what is on. */
    private void expire(TableSpec table, String attribute) {
        TimeToLiveStatus status = dynamo.describeTimeToLive(request -> request.tableName(table.name()))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status != TimeToLiveStatus.ENABLED && status != TimeToLiveStatus.ENABLING) {
            dynamo.updateTimeToLive(request -> request.tableName(table.name())
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
        }
    }

    private static CreateTableRequest request(TableSpec table) {
        var request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(table.attributes().entrySet().stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute.getKey())
                                .attributeType(attribute.getValue())
                                .build())
                        .toList())
                .keySchema(keys(table.keys()));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(Tables::index).toList());
        }
        Optional<String> view = table.stream();
        view.ifPresent(type ->
                request.streamSpecification(stream -> stream.streamEnabled(true).streamViewType(type)));
        return request.build();
    }

    private static GlobalSecondaryIndex index(TableSpec.Index index) {
        var projection = Projection.builder().projectionType(index.projection());
        if (!index.included().isEmpty()) {
            projection.nonKeyAttributes(index.included());
        }
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.keys()))
                .projection(projection.build())
                .build();
    }

    private static List<KeySchemaElement> keys(List<KeyPart> keys) {
        return keys.stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.attribute())
                        .keyType(key.kind())
                        .build())
                .toList();
    }
}
