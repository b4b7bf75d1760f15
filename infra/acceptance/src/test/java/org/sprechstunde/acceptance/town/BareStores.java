package org.sprechstunde.acceptance.town;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What there is no way around in the stores, and nothing else: as many items, of about the same size, in the same table. */
final class BareStores {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEALED_MESSAGE = 400;
    private static final int SEALED_CITIZEN = 600;
    private static final int PAGEFUL = 50;

    private final DynamoDbClient client;
    private final String table;

    BareStores(TestTown town) {
        this.client = town.town().stores().table();
        this.table = town.town().table();
    }

    /**
     * The calls that a text of {@code citizen}'s cannot do without, under keys that no function knows: who it is, read
     * consistently by two ids; then in one transaction the seen mark, the message and the citizen's item.
     */
    void message(String citizen) {
        KeysAndAttributes ids = KeysAndAttributes.builder()
                .keys(List.of(key("BARE#" + citizen, "OPEN"), key("BARE#alias of " + citizen, "OPEN")))
                .consistentRead(true)
                .build();
        client.batchGetItem(read -> read.requestItems(Map.of(table, ids)));
        client.transactWriteItems(write -> write.transactItems(List.of(
                put(key("BARE#" + id(), "SEEN"), 60),
                put(key("BARE#" + citizen, "MESSAGE#" + id()), SEALED_MESSAGE),
                update(key("BARE#" + citizen, "OPEN")))));
    }

    /** A pageful of places of the index of open enquiries. */
    void places() {
        listed("OPEN");
    }

    /** Whether a task is left to do, by the index: a table of many thousand items is not to be read for that again and again. */
    boolean isAnythingToDo() {
        return !listed("TASK").items().isEmpty();
    }

    private QueryResponse listed(String list) {
        return client.query(query -> query.tableName(table)
                .indexName("worklist")
                .keyConditionExpression("#list = :list")
                .expressionAttributeNames(Map.of("#list", "list"))
                .expressionAttributeValues(Map.of(":list", AttributeValue.fromS(list)))
                .limit(PAGEFUL));
    }

    private TransactWriteItem put(Map<String, AttributeValue> key, int bytes) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put("sealed", noise(bytes));
        item.put("direction", AttributeValue.fromS("IN"));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private TransactWriteItem update(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key)
                        .updateExpression("SET sealed = :sealed ADD revision :one")
                        .conditionExpression("attribute_not_exists(enquiry)")
                        .expressionAttributeValues(
                                Map.of(":sealed", noise(SEALED_CITIZEN), ":one", AttributeValue.fromN("1"))))
                .build();
    }

    private static AttributeValue noise(int bytes) {
        byte[] noise = new byte[bytes];
        RANDOM.nextBytes(noise);
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(noise));
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    private static String id() {
        return RandomId.next(RANDOM).value();
    }
}
