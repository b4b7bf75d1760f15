package org.sprechstunde.acceptance.wire;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The SDK's own client of DynamoDB over a wire of ours, for whoever prepares or looks into a table that functions use. */
public final class WireDynamoDb {
    private WireDynamoDb() {}

    public static DynamoDbClient over(SdkHttpClient wire) {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClient(wire)
                .build();
    }
}
