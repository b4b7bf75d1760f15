package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import org.sprechstunde.platform.Settings.AwsSettings;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The stack's key that signs and never leaves KMS. It is asked once a day, which no client of KMS's is worth. */
public final class SigningKey {
    private static final int OK = 200;

    private final String arn;
    private final Kms kms;

    /** Where KMS is, and how it is spoken to. */
    record Kms(AwsSettings settings, AwsCredentialsProvider credentials, SdkHttpClient http) {
        private URI address() {
            Region region = Region.of(settings.region());
            return settings.endpoint(Settings.Service.KMS)
                    .orElseGet(() -> URI.create("https://kms." + region + "."
                            + PartitionMetadata.of(region).dnsSuffix() + "/"));
        }
    }

    SigningKey(String arn, Kms kms) {
        this.arn = arn;
        this.kms = kms;
    }

    /**
     * The signature of {@code message}, up to 4,096 bytes: ECDSA over SHA-256, in DER.
     *
     * @throws IllegalStateException if KMS does not give it
     */
    public byte[] sign(byte[] message) {
        byte[] body = Json.bytes(Json.object()
                .put("KeyId", arn)
                .put("Message", Base64.getEncoder().encodeToString(message))
                .put("MessageType", "RAW")
                .put("SigningAlgorithm", "ECDSA_SHA_256"));
        try {
            HttpExecuteResponse response = call("Sign", body);
            int status = response.httpResponse().statusCode();
            if (status != OK) {
                response.responseBody().ifPresent(AbortableInputStream::abort);
                Log.event(LogEvent.SIGNATURE_REFUSED, LogField.code(status));
                throw new IllegalStateException("KMS has not signed: " + status);
            }
            return signature(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpExecuteResponse call(String operation, byte[] body) throws IOException {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(kms.address())
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("Content-Length", Integer.toString(body.length))
                .putHeader("X-Amz-Target", "TrentService." + operation)
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(kms.credentials().resolveCredentials())
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "kms")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, kms.settings().region()));
        return kms.http()
                .prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(ContentStreamProvider.fromByteArray(body))
                        .build())
                .call();
    }

    private static byte[] signature(HttpExecuteResponse response) throws IOException {
        try (var answer = response.responseBody().orElseThrow()) {
            JsonNode json = Json.read(answer.readAllBytes());
            return Base64.getDecoder().decode(json.path("Signature").asText());
        }
    }
}
