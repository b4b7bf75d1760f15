package org.sprechstunde.acceptance.template;

import static org.sprechstunde.acceptance.template.WrittenResource.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Table and bucket: what they must be, and that they keep no copy that would remember. */
final class StoreRules {
    /** Whatever else these types can do must be thought about first: much of it copies. */
    private static final Set<String> TABLE = Set.of(
            "AttributeDefinitions",
            "BillingMode",
            "DeletionProtectionEnabled",
            "GlobalSecondaryIndexes",
            "KeySchema",
            "ResourcePolicy",
            "SSESpecification",
            "StreamSpecification",
            "TimeToLiveSpecification");

    /** What copies a table, of what its own policy may name. */
    private static final Set<String> COPYING = Set.of(
            "dynamodb:CreateBackup",
            "dynamodb:EnableKinesisStreamingDestination",
            "dynamodb:ExportTableToPointInTime",
            "dynamodb:RestoreTableToPointInTime",
            "dynamodb:UpdateContinuousBackups",
            "dynamodb:UpdateContributorInsights");

    private static final Set<String> BUCKET = Set.of(
            "BucketEncryption",
            "CorsConfiguration",
            "LifecycleConfiguration",
            "OwnershipControls",
            "PublicAccessBlockConfiguration");

    private StoreRules() {}

    static List<String> copying(WrittenTemplate template) {
        return Stream.concat(extra(template, "AWS::DynamoDB::Table", TABLE), extra(template, "AWS::S3::Bucket", BUCKET))
                .toList();
    }

    private static Stream<String> extra(WrittenTemplate template, String type, Set<String> known) {
        return template.ofType(type)
                .flatMap(store -> store.properties().properties().stream()
                        .map(entry -> entry.getKey())
                        .filter(property -> !known.contains(property))
                        .map(property -> store.id() + " has " + property));
    }

    static List<String> wrongTable(WrittenTemplate template) {
        return template.ofType("AWS::DynamoDB::Table")
                .flatMap(table -> table
                        .complaints(
                                fact(
                                        "expires",
                                        table.at("/TimeToLiveSpecification/Enabled")
                                                .asBoolean()),
                                fact(
                                        "expires by expiresAt",
                                        is(table.at("/TimeToLiveSpecification/AttributeName"), "expiresAt")),
                                fact(
                                        "streams keys only",
                                        is(table.at("/StreamSpecification/StreamViewType"), "KEYS_ONLY")),
                                fact("indexes keys only", indexesKeysOnly(table)),
                                fact(
                                        "is protected once the town is connected",
                                        DeletionRules.isProtectedLater(table.at("/DeletionProtectionEnabled"))),
                                fact("has our key", isOurKey(table.at("/SSESpecification/KMSMasterKeyId"))),
                                fact(
                                        "is encrypted",
                                        table.at("/SSESpecification/SSEEnabled").asBoolean()),
                                fact("is copied by nobody", forbidsCopies(table)),
                                fact("is on demand", is(table.at("/BillingMode"), "PAY_PER_REQUEST")))
                        .stream())
                .toList();
    }

    /** To everybody, by a policy that forbids nothing else: a deployment must still be able to change the table. */
    private static boolean forbidsCopies(WrittenResource table) {
        JsonNode statements = table.at("/ResourcePolicy/PolicyDocument/Statement");
        Set<String> forbidden = new HashSet<>();
        statements.at("/0/Action").forEach(action -> forbidden.add(action.asText()));
        return statements.size() == 1
                && is(statements.at("/0/Effect"), "Deny")
                && is(statements.at("/0/Principal"), "*")
                && statements.at("/0/Condition").isMissingNode()
                && forbidden.equals(COPYING);
    }

    private static boolean indexesKeysOnly(WrittenResource table) {
        List<String> projections = new ArrayList<>();
        table.at("/GlobalSecondaryIndexes")
                .forEach(index ->
                        projections.add(index.at("/Projection/ProjectionType").asText()));
        return !projections.isEmpty() && projections.stream().allMatch("KEYS_ONLY"::equals);
    }

    static List<String> wrongBucket(WrittenTemplate template) {
        return template.ofType("AWS::S3::Bucket")
                .flatMap(bucket -> bucket
                        .complaints(
                                fact(
                                        "ignores ACLs",
                                        bucket.at("/PublicAccessBlockConfiguration/IgnorePublicAcls")
                                                .asBoolean()),
                                fact(
                                        "blocks ACLs",
                                        bucket.at("/PublicAccessBlockConfiguration/BlockPublicAcls")
                                                .asBoolean()),
                                fact(
                                        "blocks public policies",
                                        bucket.at("/PublicAccessBlockConfiguration/BlockPublicPolicy")
                                                .asBoolean()),
                                fact(
                                        "restricts the public",
                                        bucket.at("/PublicAccessBlockConfiguration/RestrictPublicBuckets")
                                                .asBoolean()),
                                fact(
                                        "owns its objects",
                                        is(
                                                bucket.at("/OwnershipControls/Rules/0/ObjectOwnership"),
                                                "BucketOwnerEnforced")),
                                fact(
                                        "has our key",
                                        isOurKey(encryption(bucket)
                                                .at("/ServerSideEncryptionByDefault/KMSMasterKeyID"))),
                                fact(
                                        "has a bucket key",
                                        encryption(bucket)
                                                .path("BucketKeyEnabled")
                                                .asBoolean()),
                                fact(
                                        "is read and filled by our page only",
                                        isOurPageOnly(bucket.at("/CorsConfiguration/CorsRules"))))
                        .stream())
                .toList();
    }

    private static JsonNode encryption(WrittenResource bucket) {
        return bucket.at("/BucketEncryption/ServerSideEncryptionConfiguration/0");
    }

    private static boolean isOurPageOnly(JsonNode rules) {
        return rules.size() == 1
                && rules.at("/0/AllowedMethods").toString().equals("[\"GET\",\"PUT\"]")
                && rules.at("/0/AllowedHeaders").toString().equals("[\"content-type\"]")
                && rules.at("/0/AllowedOrigins").toString().equals("[" + AddressRules.PAGE + "]");
    }

    static boolean isOurKey(JsonNode value) {
        return is(value.path("Fn::GetAtt"), "Key.Arn");
    }

    private static boolean is(JsonNode value, String expected) {
        return value.asText().equals(expected);
    }
}
