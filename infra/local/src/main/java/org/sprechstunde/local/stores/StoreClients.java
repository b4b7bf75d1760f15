package org.sprechstunde.local.stores;

import java.net.URI;
import java.time.Duration;
import org.sprechstunde.local.access.DrainingHttpClient;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The runner's own clients of the two stores; whoever tests may look into the stores with them. */
public final class StoreClients implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final SdkHttpClient http = new DrainingHttpClient(
            AwsCrtHttpClient.builder().connectionTimeout(CONNECT).build());
    private final DynamoDbClient table;
    private final DynamoDbStreamsClient streams;
    private final S3Client bucket;

    /** Region and key pair; the session token is empty for keys without one. */
    public record Credentials(String region, String accessKey, String secretKey, String sessionToken) {
        AwsCredentialsProvider provider() {
            return StaticCredentialsProvider.create(
                    sessionToken.isEmpty()
                            ? AwsBasicCredentials.create(accessKey, secretKey)
                            : AwsSessionCredentials.create(accessKey, secretKey, sessionToken));
        }
    }

    public StoreClients(Credentials credentials, URI dynamoDb, URI s3) {
        Region region = Region.of(credentials.region());
        AwsCredentialsProvider provider = credentials.provider();
        table = DynamoDbClient.builder()
                .endpointOverride(dynamoDb)
                .region(region)
                .credentialsProvider(provider)
                .httpClient(http)
                .build();
        streams = DynamoDbStreamsClient.builder()
                .endpointOverride(dynamoDb)
                .region(region)
                .credentialsProvider(provider)
                .httpClient(http)
                .build();
        bucket = S3Client.builder()
                .endpointOverride(s3)
                .region(region)
                .credentialsProvider(provider)
                .httpClient(http)
                .forcePathStyle(true)
                .build();
    }

    public DynamoDbClient table() {
        return table;
    }

    public DynamoDbStreamsClient streams() {
        return streams;
    }

    public S3Client bucket() {
        return bucket;
    }

    @Override
    public void close() {
        table.close();
        streams.close();
        bucket.close();
        http.close();
    }
}
