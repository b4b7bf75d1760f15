package org.sprechstunde.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.FreePort;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.stores.Tables;
import org.sprechstunde.local.template.TableSpec;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * The store without a socket is the real one: what it refuses, and why, reaches the client. While one is made, neither
 * another nor one behind a socket is disturbed.
 */
class DynamoDbLocalTest {
    private static final Path MODULES = Options.forTest().home().resolve("infra/local");
    private static final String TABLE = "Town";
    private static final String STREET = "street";
    private static final String INDEX = "by-street";
    private static final AttributeValue MAIN_STREET = AttributeValue.fromS("Hauptstraße");
    private static final Map<String, AttributeValue> IN_A_STREET =
            Map.of("pk", AttributeValue.fromS("a"), STREET, MAIN_STREET);
    private static final int STORES = 20_000;
    private static final String NEW = "attribute_not_exists(pk)";

    @Test
    void whatIsWrittenIsRead() throws Exception {
        DynamoDbClient dynamo = empty();

        dynamo.putItem(put -> put.tableName(TABLE).item(key("ä")));

        assertThat(dynamo.getItem(get -> get.tableName(TABLE).key(key("ä"))).item())
                .isEqualTo(key("ä"));
    }

    @Test
    void aConditionThatDoesNotHoldIsTold() throws Exception {
        DynamoDbClient dynamo = empty();
        dynamo.putItem(put -> put.tableName(TABLE).item(key("a")));

        assertThatThrownBy(() -> dynamo.putItem(
                        put -> put.tableName(TABLE).item(key("a")).conditionExpression(NEW)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void aCancelledTransactionNamesTheReasonOfEachWriteAndLeavesNothing() throws Exception {
        DynamoDbClient dynamo = empty();
        dynamo.putItem(put -> put.tableName(TABLE).item(key("a")));

        TransactWriteItem fine = TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(key("b")))
                .build();
        TransactWriteItem refused = TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(key("a")).conditionExpression(NEW))
                .build();

        assertThatThrownBy(() -> dynamo.transactWriteItems(all -> all.transactItems(fine, refused)))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        cancelled -> assertThat(cancelled.cancellationReasons())
                                .extracting(reason -> reason.code())
                                .containsExactly("None", "ConditionalCheckFailed"));
        assertThat(dynamo.scan(scan -> scan.tableName(TABLE)).items()).containsExactly(key("a"));
    }

    @Test
    void whatChangesATableIsSeenAtOnce() throws Exception {
        DynamoDbClient dynamo = empty();
        dynamo.putItem(put -> put.tableName(TABLE).item(IN_A_STREET));

        dynamo.updateTable(withIndex(true));
        await().ignoreExceptionsInstanceOf(DynamoDbException.class)
                .untilAsserted(() -> assertThat(dynamo.query(query -> query.tableName(TABLE)
                                        .indexName(INDEX)
                                        .keyConditionExpression("street = :street")
                                        .expressionAttributeValues(Map.of(":street", MAIN_STREET)))
                                .items())
                        .containsExactly(IN_A_STREET));

        dynamo.updateTimeToLive(ttl -> ttl.tableName(TABLE)
                .timeToLiveSpecification(until -> until.attributeName("until").enabled(true)));
        assertThat(dynamo.describeTimeToLive(ttl -> ttl.tableName(TABLE))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("until");

        dynamo.updateTable(withIndex(false));
        await().untilAsserted(() -> assertThat(indexes(dynamo)).isEmpty());

        dynamo.deleteTable(delete -> delete.tableName(TABLE));
        assertThatThrownBy(() -> dynamo.getItem(get -> get.tableName(TABLE).key(key("a"))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(dynamo.listTables().tableNames()).isEmpty();
    }

    @Test
    void aChangeOfATableThatIsRefusedChangesNothing() throws Exception {
        DynamoDbClient dynamo = empty();
        dynamo.updateTable(withIndex(true));
        await().untilAsserted(() -> assertThat(indexes(dynamo)).containsExactly(IndexStatus.ACTIVE));
        dynamo.putItem(put -> put.tableName(TABLE).item(key("a")));

        UpdateTableRequest alsoNoStream = withIndex(false).toBuilder()
                .streamSpecification(stream -> stream.streamEnabled(false))
                .build();
        assertThatThrownBy(() -> dynamo.updateTable(alsoNoStream)).isInstanceOf(DynamoDbException.class);

        assertThat(indexes(dynamo)).containsExactly(IndexStatus.ACTIVE);
    }

    @Test
    void aStoreThatIsMadeMeanwhileDisturbsNoCall() throws Exception {
        storesDisturbNoCallOf(empty());
    }

    @Test
    void aStoreThatIsMadeMeanwhileDisturbsNoCallOverHttp() throws Exception {
        try (Emulator emulator = DynamoDbLocal.start(MODULES, FreePort.find());
                SdkHttpClient http = AwsCrtHttpClient.create()) {
            storesDisturbNoCallOf(empty(http, emulator.uri()));
        }
    }

    private static void storesDisturbNoCallOf(DynamoDbClient dynamo) {
        CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> {
            for (int made = 0; made < STORES; made++) {
                make();
            }
        });

        while (!begun.isDone()) {
            assertThat(dynamo.listTables().tableNames()).containsExactly(TABLE);
        }
        begun.join();
    }

    private static void make() {
        try {
            DynamoDbLocal.inProcess(MODULES).close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChangeOfATableIsNoneOfAnotherStores() throws Exception {
        DynamoDbClient changed = empty();
        DynamoDbClient other = empty();

        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (boolean isWanted : new boolean[] {true, false, true, false}) {
                changed.updateTable(withIndex(isWanted));
                await().until(() -> indexes(changed).equals(isWanted ? List.of(IndexStatus.ACTIVE) : List.of()));
            }
        });

        while (!changes.isDone()) {
            assertThat(other.listTables().tableNames()).containsExactly(TABLE);
            assertThat(indexes(other)).isEmpty();
        }
        changes.join();
    }

    @Test
    void eachStoreIsItsOwn() throws Exception {
        DynamoDbClient one = empty();
        DynamoDbClient other = empty();

        one.putItem(put -> put.tableName(TABLE).item(key("a")));

        assertThat(other.scan(scan -> scan.tableName(TABLE)).items()).isEmpty();
    }

    /** The table with an index that it had not, or without the one that it had. */
    private static UpdateTableRequest withIndex(boolean isWanted) {
        GlobalSecondaryIndexUpdate.Builder change = GlobalSecondaryIndexUpdate.builder();
        if (isWanted) {
            change.create(index -> index.indexName(INDEX)
                    .keySchema(KeySchemaElement.builder()
                            .attributeName(STREET)
                            .keyType(KeyType.HASH)
                            .build())
                    .projection(all -> all.projectionType(ProjectionType.ALL)));
        } else {
            change.delete(index -> index.indexName(INDEX));
        }
        return UpdateTableRequest.builder()
                .tableName(TABLE)
                .attributeDefinitions(Stream.of("pk", STREET)
                        .map(name -> AttributeDefinition.builder()
                                .attributeName(name)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .toList())
                .globalSecondaryIndexUpdates(change.build())
                .build();
    }

    private static List<IndexStatus> indexes(DynamoDbClient dynamo) {
        return dynamo.describeTable(describe -> describe.tableName(TABLE)).table().globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::indexStatus)
                .toList();
    }

    private static DynamoDbClient empty() throws Exception {
        return empty(DynamoDbLocal.inProcess(MODULES), URI.create("http://dynamodb.invalid"));
    }

    private static DynamoDbClient empty(SdkHttpClient http, URI endpoint) {
        DynamoDbClient dynamo = DynamoDbClient.builder()
                .httpClient(http)
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "secret")))
                .build();
        new Tables(dynamo)
                .provision(new TableSpec(
                        TABLE,
                        "arn",
                        Map.of("pk", "S"),
                        List.of(new TableSpec.KeyPart("pk", "HASH")),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        return dynamo;
    }

    private static Map<String, AttributeValue> key(String pk) {
        return Map.of("pk", AttributeValue.fromS(pk));
    }
}
