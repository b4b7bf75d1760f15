package org.sprechstunde.connect;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The admin's AWS account, however the admin has logged in to it: variables, profile, role or single sign-on. */
final class AwsAccount implements AutoCloseable {
    private static final String ENDPOINT = "AWS_ENDPOINT_URL";

    /** Where samconfig.toml deploys if nobody says otherwise. */
    private static final String HOME = "eu-central-1";

    private final SdkHttpClient http = Apache5HttpClient.create();
    private final Map<String, String> environment;
    private final Region region;
    private final AwsCredentialsProvider credentials;

    AwsAccount(Optional<String> region, Map<String, String> environment) {
        this.environment = environment;
        this.region = Region.of(region.or(() -> variable("AWS_REGION")).orElseGet(AwsAccount::configured));
        this.credentials = credentials();
    }

    String region() {
        return region.id();
    }

    /** The first client that is asked for: whoever is not logged in is told so. */
    CloudFormationClient stacks() {
        try {
            credentials.resolveCredentials();
        } catch (SdkClientException e) {
            throw new AdminMustAct("aws.credentials", reason(e));
        }
        return client(CloudFormationClient.builder(), "CLOUDFORMATION").build();
    }

    SecretsManagerClient secrets() {
        return client(SecretsManagerClient.builder(), "SECRETS_MANAGER").build();
    }

    ApiGatewayV2Client apis() {
        return client(ApiGatewayV2Client.builder(), "APIGATEWAYV2").build();
    }

    SnsClient mails() {
        return client(SnsClient.builder(), "SNS").build();
    }

    LambdaClient functions() {
        return client(LambdaClient.builder(), "LAMBDA").build();
    }

    CognitoIdentityProviderClient logins() {
        return client(CognitoIdentityProviderClient.builder(), "COGNITO_IDENTITY_PROVIDER")
                .build();
    }

    /** Calls AWS; a refusal or silence becomes a stop that names what was tried. */
    static <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            throw new AdminMustAct("aws.refused", what, code(e), reason(e));
        } catch (SdkClientException e) {
            throw new AdminMustAct("aws.unreachable", what, reason(e));
        }
    }

    /** In the SDK's own words, which name rights, profiles and addresses, and never what is secret. */
    private static String reason(SdkException failure) {
        String words = failure instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null
                ? refusal.awsErrorDetails().errorMessage()
                : failure.getMessage();
        return Objects.requireNonNullElse(words, failure.getClass().getSimpleName());
    }

    /** What AWS calls the refusal. */
    static String code(AwsServiceException refusal) {
        return Optional.ofNullable(refusal.awsErrorDetails())
                .map(details -> details.errorCode())
                .orElse("" + refusal.statusCode());
    }

    private AwsCredentialsProvider credentials() {
        Optional<String> key = variable("AWS_ACCESS_KEY_ID");
        Optional<String> secret = variable("AWS_SECRET_ACCESS_KEY");
        return key.isPresent()
                        && secret.isPresent()
                        && variable("AWS_SESSION_TOKEN").isEmpty()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create(key.get(), secret.get()))
                : DefaultCredentialsProvider.builder().build();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(B builder, String service) {
        endpoint(service).ifPresent(builder::endpointOverride);
        return builder.region(region).credentialsProvider(credentials).httpClient(http);
    }

    private Optional<URI> endpoint(String service) {
        return Stream.of(ENDPOINT + "_" + service, ENDPOINT)
                .flatMap(name -> variable(name).stream())
                .findFirst()
                .map(URI::create);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static String configured() {
        try {
            return new DefaultAwsRegionProviderChain().getRegion().id();
        } catch (SdkClientException _) {
            return HOME;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
