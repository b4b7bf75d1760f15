package org.sprechstunde.local.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sprechstunde.platform.SdkJson;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** What a call needs to be granted (AWS's service authorization reference, as of 2026-11). */
final class RequiredGrants {
    private static final String TABLE = "table";

    private RequiredGrants() {}

    static List<Grant> of(String service, String operation, SdkRequest request) {
        return switch (service.toLowerCase(Locale.ROOT)) {
            case "dynamodb" -> dynamoDb(operation, request);
            case "s3" -> List.of(s3(operation));
            default -> List.of(new Grant(service + ":" + operation, "other"));
        };
    }

    /** Of a call without a client of the SDK's. */
    static List<Grant> ofSigned(String service, String operation, byte[] body) {
        String action = service + ":" + operation;
        return switch (service) {
            case "dynamodb" -> dynamoDb(operation, request(operation, body));
            case "secretsmanager" -> List.of(new Grant(action, "secret"));
            case "sns" -> List.of(new Grant(action, "topic"));
            case "kms" -> List.of(new Grant(action, "key"));
            default -> List.of(new Grant(action, "other"));
        };
    }

    /** Of which more is to be known than its name; of anything else as little as of a read. */
    private static SdkRequest request(String operation, byte[] body) {
        return switch (operation) {
            case "TransactWriteItems" ->
                SdkJson.fill(TransactWriteItemsRequest.builder(), body).build();
            case "Query" -> SdkJson.fill(QueryRequest.builder(), body).build();
            case "Scan" -> SdkJson.fill(ScanRequest.builder(), body).build();
            default -> GetItemRequest.builder().build();
        };
    }

    private static List<Grant> dynamoDb(String operation, SdkRequest request) {
        return switch (request) {
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream()
                        .flatMap(RequiredGrants::write)
                        .distinct()
                        .toList();
            case QueryRequest query -> List.of(new Grant("dynamodb:Query", place(query.indexName())));
            case ScanRequest scan -> List.of(new Grant("dynamodb:Scan", place(scan.indexName())));
            default ->
                List.of(new Grant("dynamodb:" + (operation.equals("TransactGetItems") ? "GetItem" : operation), TABLE));
        };
    }

    private static String place(@Nullable String index) {
        return index == null ? TABLE : TABLE + "/index/" + index;
    }

    /** A transaction needs what its parts would need alone. */
    private static Stream<Grant> write(TransactWriteItem item) {
        Stream<String> actions = Stream.of(
                        item.put() == null ? "" : "PutItem",
                        item.update() == null ? "" : "UpdateItem",
                        item.delete() == null ? "" : "DeleteItem",
                        item.conditionCheck() == null ? "" : "ConditionCheckItem")
                .filter(action -> !action.isEmpty());
        return actions.map(action -> new Grant("dynamodb:" + action, TABLE));
    }

    private static Grant s3(String operation) {
        return switch (operation) {
            case "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "PutObject" ->
                new Grant("s3:PutObject", "object");
            case "HeadObject", "GetObject" -> new Grant("s3:GetObject", "object");
            case "DeleteObject", "DeleteObjects" -> new Grant("s3:DeleteObject", "object");
            case "AbortMultipartUpload" -> new Grant("s3:AbortMultipartUpload", "object");
            case "ListParts" -> new Grant("s3:ListMultipartUploadParts", "object");
            case "ListObjects", "ListObjectsV2", "HeadBucket" -> new Grant("s3:ListBucket", "bucket");
            case "ListMultipartUploads" -> new Grant("s3:ListBucketMultipartUploads", "bucket");
            default -> new Grant("s3:" + operation, "bucket");
        };
    }
}
