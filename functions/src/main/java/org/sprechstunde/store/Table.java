package org.sprechstunde.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The one table. Reads are strongly consistent; batches are followed to their last unprocessed item. */
public final class Table {
    private static final int READ_BATCH = 100;
    private static final int WRITE_BATCH = 25;

    private final DynamoDbClient client;
    private final String name;
    private final Retry retry;
    private final Batches batches;

    private Table(Services services) {
        Platform platform = services.platform();
        this.client = new DynamoDbCalls(platform);
        this.name = platform.settings().table();
        this.retry = new Retry(platform);
        this.batches = new Batches(retry);
    }

    public static Table of(Services services) {
        return services.once(Table.class, Table::new);
    }

    Retry retry() {
        return retry;
    }

    public String name() {
        return name;
    }

    public Optional<Map<String, AttributeValue>> get(ItemKey itemKey) {
        var response = client.getItem(
                request -> request.tableName(name).key(itemKey.attributes()).consistentRead(true));
        return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
    }

    /** The items that still exist of those at {@code itemKey}, in no order. */
    public List<Map<String, AttributeValue>> get(Collection<ItemKey> itemKey) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (List<ItemKey> part : Batches.of(itemKey, READ_BATCH)) {
            KeysAndAttributes wanted = KeysAndAttributes.builder()
                    .keys(part.stream().map(ItemKey::attributes).toList())
                    .consistentRead(true)
                    .build();
            batches.untilDone(Map.of(name, wanted), unprocessed -> {
                var response = client.batchGetItem(request -> request.requestItems(unprocessed));
                items.addAll(response.responses().getOrDefault(name, List.of()));
                return response.unprocessedKeys();
            });
        }
        return items;
    }

    /** All items of an enquiry's partition whose sort key begins so, in order. */
    public List<Map<String, AttributeValue>> query(String partition, String sortKeyPrefix) {
        return pages(request -> request.keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(Map.of(":pk", Attributes.of(partition), ":sk", Attributes.of(sortKeyPrefix)))
                .consistentRead(true));
    }

    /** The same from the last to the first, or from the one before {@code before}; read only as far as somebody looks. */
    public Stream<Map<String, AttributeValue>> lastFirst(
            String partition, String sortKeyPrefix, Optional<ItemKey> before, int look) {
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(Map.of(":pk", Attributes.of(partition), ":sk", Attributes.of(sortKeyPrefix)))
                .scanIndexForward(false)
                .limit(look)
                .consistentRead(true);
        before.ifPresent(key -> request.exclusiveStartKey(key.attributes()));
        return client.queryPaginator(request.build()).items().stream();
    }

    /** The keys of everything in a partition. */
    public List<ItemKey> keys(String partition) {
        return pages(request -> request.keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Attributes.of(partition)))
                        .projectionExpression("pk, sk")
                        .consistentRead(true))
                .stream()
                .map(ItemKey::of)
                .toList();
    }

    /** These attributes of everything in the table; reads all of it. */
    Stream<Map<String, AttributeValue>> everything(String attributes, Map<String, String> names) {
        return client
                .scanPaginator(request -> request.tableName(name)
                        .projectionExpression(attributes)
                        .expressionAttributeNames(names)
                        .consistentRead(true))
                .items()
                .stream();
    }

    /** All pages of a query. */
    public List<Map<String, AttributeValue>> pages(UnaryOperator<QueryRequest.Builder> query) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryResponse page = page(query, from);
            items.addAll(page.items());
            from = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty());
        return items;
    }

    /** One page of a query, from after {@code from}, or from the beginning if that is empty. */
    public QueryResponse page(UnaryOperator<QueryRequest.Builder> query, Map<String, AttributeValue> from) {
        QueryRequest.Builder request = query.apply(QueryRequest.builder().tableName(name));
        return client.query((from.isEmpty() ? request : request.exclusiveStartKey(from)).build());
    }

    public Transaction transaction() {
        return new Transaction(this);
    }

    Transaction.Outcome commit(List<TransactWriteItem> writes) {
        try {
            client.transactWriteItems(request -> request.transactItems(writes));
            return Transaction.Outcome.DONE;
        } catch (TransactionCanceledException e) {
            return Transaction.Outcome.of(e);
        } catch (DynamoDbException e) {
            throw NeverStorable.unlessPassing(e);
        }
    }

    /** Updates one item and says whether the condition held. */
    public boolean update(Update update) {
        return retry.until(RetryPolicy.CONFLICT, () -> attempt(update)).orElseThrow(Retry.TooManyWriters::new);
    }

    /** Empty while a transaction holds the item. */
    private Optional<Boolean> attempt(Update update) {
        try {
            client.updateItem(update.alone(name));
            return Optional.of(true);
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(false);
        } catch (TransactionConflictException e) {
            return Optional.empty();
        }
    }

    public void put(Map<String, AttributeValue> item) {
        client.putItem(request -> request.tableName(name).item(item));
    }

    public void delete(ItemKey itemKey) {
        client.deleteItem(request -> request.tableName(name).key(itemKey.attributes()));
    }

    public void delete(Collection<ItemKey> itemKey) {
        for (List<ItemKey> part : Batches.of(itemKey, WRITE_BATCH)) {
            List<WriteRequest> deletes = part.stream()
                    .map(key -> WriteRequest.builder()
                            .deleteRequest(delete -> delete.key(key.attributes()))
                            .build())
                    .toList();
            batches.untilDone(
                    Map.of(name, deletes),
                    unprocessed -> client.batchWriteItem(request -> request.requestItems(unprocessed))
                            .unprocessedItems());
        }
    }
}
