package org.sprechstunde.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What DynamoDB can be asked for, with all that may stand in a question, and what it may answer. */
record DynamoDbQuestion(Function<DynamoDbClient, SdkPojo> ask, List<String> answers) {
    private static final Map<String, AttributeValue> KEY =
            Map.of("pk", text("ENQUIRY#1"), "sk", text("Ö \" \\ \n 😀 "));
    private static final Map<String, AttributeValue> EVERY_KIND = Map.of(
            "text", text(""),
            "number", AttributeValue.fromN("-12345678901234567890.5"),
            "bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 62, 63})),
            "none", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[0])),
            "truth", AttributeValue.fromBool(false),
            "null", AttributeValue.fromNul(true),
            "list", AttributeValue.fromL(List.of(text("one"), AttributeValue.fromL(List.of()))),
            "map", AttributeValue.fromM(Map.of("inner", AttributeValue.fromM(Map.of()))),
            "texts", AttributeValue.fromSs(List.of("a", "b")),
            "more", AttributeValue.fromNs(List.of("1", "2")));

    private static final String ITEM = """
        {"text":{"S":""},"number":{"N":"1"},"bytes":{"B":"AP8+Pw=="},"truth":{"BOOL":true},"null":{"NULL":true},
         "list":{"L":[{"S":"Ö\\u00fc😀"},{"L":[]}]},"map":{"M":{"inner":{"M":{}}}},"texts":{"SS":["a"]},"all":{"BS":["AA==",""]},
         "unknown":{"X":[{"y":1}]}}\
        """;

    static final DynamoDbQuestion GET = new DynamoDbQuestion(
            client -> client.getItem(request -> request.tableName("town")
                    .key(KEY)
                    .consistentRead(true)
                    .projectionExpression("#a")
                    .expressionAttributeNames(Map.of("#a", "list"))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)),
            "{}",
            "{\"Item\":{}}",
            "{\"Item\":null,\"More\":{\"a\":[1]}}",
            "{\"Item\":" + ITEM + ",\"ConsumedCapacity\":{\"TableName\":\"town\",\"CapacityUnits\":0.5}}");

    static final DynamoDbQuestion BATCH_GET = new DynamoDbQuestion(
            client -> client.batchGetItem(request -> request.requestItems(Map.of(
                    "town",
                    KeysAndAttributes.builder()
                            .keys(List.of(KEY, KEY))
                            .consistentRead(true)
                            .build()))),
            "{\"Responses\":{\"town\":[" + ITEM + "]},\"UnprocessedKeys\":{}}",
            "{\"Responses\":{},\"UnprocessedKeys\":{\"town\":{\"Keys\":[{\"pk\":{\"S\":\"a\"}}],\"ConsistentRead\":true}}}");

    static final DynamoDbQuestion QUERY = new DynamoDbQuestion(
            client -> client.query(request -> request.tableName("town")
                    .indexName("worklist")
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", text("a")))
                    .exclusiveStartKey(KEY)
                    .scanIndexForward(false)
                    .select(Select.ALL_PROJECTED_ATTRIBUTES)
                    .limit(50)),
            "{\"Count\":0,\"Items\":[],\"ScannedCount\":0}",
            "{\"Count\":1,\"Items\":[" + ITEM + "],\"ScannedCount\":7,\"LastEvaluatedKey\":{\"pk\":{\"S\":\"a\"}}}");

    static final DynamoDbQuestion SCAN = new DynamoDbQuestion(
            client -> client.scan(request ->
                    request.tableName("town").consistentRead(true).segment(0).totalSegments(2)),
            "{\"Count\":1,\"Items\":[" + ITEM + "],\"ScannedCount\":1}");

    static final DynamoDbQuestion PUT = new DynamoDbQuestion(
            client -> client.putItem(request -> request.tableName("town").item(EVERY_KIND)), "{}");

    static final DynamoDbQuestion UPDATE = new DynamoDbQuestion(
            client -> client.updateItem(request -> request.tableName("town")
                    .key(KEY)
                    .updateExpression("SET a = :a")
                    .expressionAttributeValues(EVERY_KIND)
                    .returnValues(ReturnValue.ALL_NEW)),
            "{\"Attributes\":" + ITEM + "}",
            "{\"ItemCollectionMetrics\":{\"SizeEstimateRangeGB\":[0.0,1.5]}}");

    static final DynamoDbQuestion DELETE = new DynamoDbQuestion(
            client -> client.deleteItem(request -> request.tableName("town").key(KEY)), "{}");

    static final DynamoDbQuestion BATCH_WRITE = new DynamoDbQuestion(
            client -> client.batchWriteItem(request -> request.requestItems(Map.of(
                    "town",
                    Stream.of(KEY, EVERY_KIND)
                            .map(item -> WriteRequest.builder()
                                    .deleteRequest(delete -> delete.key(item))
                                    .build())
                            .toList()))),
            "{\"UnprocessedItems\":{}}",
            "{\"UnprocessedItems\":{\"town\":[{\"DeleteRequest\":{\"Key\":{\"pk\":{\"S\":\"a\"}}}}]}}");

    static final DynamoDbQuestion TRANSACT = new DynamoDbQuestion(
            client -> client.transactWriteItems(request -> request.transactItems(List.of(
                    TransactWriteItem.builder()
                            .put(put -> put.tableName("town")
                                    .item(EVERY_KIND)
                                    .conditionExpression("attribute_not_exists(pk)")
                                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.NONE))
                            .build(),
                    TransactWriteItem.builder()
                            .update(update -> update.tableName("town")
                                    .key(KEY)
                                    .updateExpression("ADD a :a")
                                    .expressionAttributeValues(Map.of(":a", AttributeValue.fromN("1"))))
                            .build(),
                    TransactWriteItem.builder()
                            .delete(delete -> delete.tableName("town").key(KEY))
                            .build(),
                    TransactWriteItem.builder()
                            .conditionCheck(
                                    check -> check.tableName("town").key(KEY).conditionExpression("a = b"))
                            .build()))),
            "{}");

    static final List<DynamoDbQuestion> ALL =
            List.of(GET, BATCH_GET, QUERY, SCAN, PUT, UPDATE, DELETE, BATCH_WRITE, TRANSACT);

    DynamoDbQuestion(Function<DynamoDbClient, SdkPojo> ask, String... answers) {
        this(ask, List.of(answers));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }
}
