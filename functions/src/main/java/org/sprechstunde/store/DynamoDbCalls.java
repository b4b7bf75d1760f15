package org.sprechstunde.store;

import java.util.regex.Pattern;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.SdkJson;
import org.sprechstunde.platform.SignedCalls;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The SDK's requests, responses and exceptions of DynamoDB without the SDK's client between, which loads a thousand classes and
 * takes a quarter of each start. Only what the table is asked for is here; anything else is refused by the interface.
 */
final class DynamoDbCalls implements DynamoDbClient {
    /** Anything else that a refusal may say stays out of exceptions. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,80}");

    private final SignedCalls calls;

    DynamoDbCalls(Platform platform) {
        this.calls = new SignedCalls(platform);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return answer("GetItem", request, GetItemResponse.builder()).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return answer("BatchGetItem", request, BatchGetItemResponse.builder()).build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return answer("Query", request, QueryResponse.builder()).build();
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        return answer("Scan", request, ScanResponse.builder()).build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return answer("PutItem", request, PutItemResponse.builder()).build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return answer("UpdateItem", request, UpdateItemResponse.builder()).build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return answer("DeleteItem", request, DeleteItemResponse.builder()).build();
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return answer("BatchWriteItem", request, BatchWriteItemResponse.builder())
                .build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return answer("TransactWriteItems", request, TransactWriteItemsResponse.builder())
                .build();
    }

    private <B extends SdkPojo> B answer(String operation, SdkPojo request, B response) {
        SignedCalls.Answer answer = calls.dynamoDb(operation, SdkJson.bytes(request));
        if (!answer.isOk()) {
            throw refusal(answer);
        }
        try {
            return SdkJson.fill(response, answer.body());
        } catch (Json.NotJson e) {
            throw SdkClientException.create("DynamoDB has answered in no JSON");
        }
    }

    /** Without DynamoDB's message, which may repeat what was to be written. */
    private static DynamoDbException refusal(SignedCalls.Answer answer) {
        String said = answer.refusal();
        String code = NAME.matcher(said).matches() ? said : "nameless";
        DynamoDbException.Builder refusal = switch (code) {
            case "ConditionalCheckFailedException" -> ConditionalCheckFailedException.builder();
            case "TransactionConflictException" -> TransactionConflictException.builder();
            case "TransactionCanceledException" -> SdkJson.fill(TransactionCanceledException.builder(), answer.body());
            default -> DynamoDbException.builder();
        };
        return (DynamoDbException) refusal.statusCode(answer.status())
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("DynamoDB")
                        .errorCode(code)
                        .errorMessage("refused: " + code)
                        .build())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is its own.
    }
}
