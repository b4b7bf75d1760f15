package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sprechstunde.platform.Settings.AwsSettings;
import org.sprechstunde.platform.Settings.Service;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * Calls of AWS's services without the SDK's client of each, which costs every start hundreds of classes: signed by the SDK's
 * signer, sent by the HTTP client that all share, tried again if it may pass. Failures are the SDK's and tell service and status,
 * never what was said.
 */
public final class SignedCalls {
    private static final String JSON = "application/x-amz-json-1.1";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    /** What nothing depends on must not keep anything waiting, though it is tried again too. */
    private static final Duration COURTESY = Duration.ofSeconds(1);

    private final AwsClients aws;
    private final AwsSettings settings;
    private final Retry retry;

    /** How a service is asked: its protocol, what its operations are called by, how long one try may take, and how many there are. */
    private record Question(
            Service service, String type, Optional<String> target, byte[] body, Duration limit, RetryPolicy policy) {}

    /** What a service has said, and its status. */
    public record Answer(int status, byte[] body) {
        private static final int OK = 200;
        private static final int TOO_MANY = 429;
        private static final int BROKEN = 500;

        /** Some services say with the status of a wrong question that there were too many, or that the same one is still on its way. */
        private static final List<String> PASSING =
                List.of("Throttl", "ThroughputExceeded", "RequestLimitExceeded", "TransactionInProgress");

        public boolean isOk() {
            return status == OK;
        }

        /** What the service calls its refusal: {@code ThrottlingException}, for example; where it speaks no JSON, all that it says. */
        public String refusal() {
            try {
                String type = Json.read(body).path("__type").asText();
                return type.substring(type.indexOf('#') + 1);
            } catch (Json.NotJson e) {
                return new String(body, StandardCharsets.UTF_8);
            }
        }

        private boolean mayPass() {
            return status == TOO_MANY
                    || status >= BROKEN
                    || (!isOk() && PASSING.stream().anyMatch(refusal()::contains));
        }
    }

    public SignedCalls(Platform platform) {
        this.aws = platform.aws();
        this.settings = platform.settings().aws();
        this.retry = new Retry(platform);
    }

    /**
     * Asks in JSON.
     *
     * @param target the operation with the service's own word before it
     * @throws SdkException if it was not done
     */
    public JsonNode json(Service service, String target, JsonNode body) {
        Question question =
                new Question(service, JSON, Optional.of(target), Json.bytes(body), AwsClients.ATTEMPT, RetryPolicy.AWS);
        return Json.read(done(question).body());
    }

    /**
     * Tells by a form what nothing depends on.
     *
     * @throws SdkException if it was not heard
     */
    public void form(Service service, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        done(new Question(service, FORM, Optional.empty(), bytes, COURTESY, RetryPolicy.AWS));
    }

    /**
     * Asks DynamoDB; a refusal is an answer, too.
     *
     * @param operation its name, for example {@code GetItem}
     * @throws SdkClientException if there is no answer
     */
    public Answer dynamoDb(String operation, byte[] json) {
        return ask(question(operation, json));
    }

    /** Loads what a call needs, without one and with nobody's key, for a snapshot. */
    void loadForSnapshot() {
        signed(question("GetItem", Json.bytes(Json.object())), AwsBasicCredentials.create("nobody", "nobody"));
    }

    private static Question question(String operation, byte[] json) {
        return new Question(
                Service.DYNAMODB,
                "application/x-amz-json-1.0",
                Optional.of("DynamoDB_20120810." + operation),
                json,
                AwsClients.ATTEMPT,
                RetryPolicy.DYNAMODB);
    }

    private Answer done(Question question) {
        Answer answer = ask(question);
        if (!answer.isOk()) {
            throw SdkServiceException.builder()
                    .message(question.service() + " has refused: " + answer.status())
                    .statusCode(answer.status())
                    .build();
        }
        return answer;
    }

    private Answer ask(Question question) {
        int most = settings.attempts().orElse(question.policy().tries());
        return retry.<Integer, Optional<Answer>>until(question.policy(), 1, tried -> {
                    Optional<Answer> came = once(question);
                    boolean again = came.map(Answer::mayPass).orElse(true) && tried < most;
                    return again ? Retry.Attempt.again(tried + 1) : Retry.Attempt.done(came);
                })
                .flatMap(came -> came)
                .orElseThrow(() -> SdkClientException.create(question.service() + " has not answered"));
    }

    /** Empty if none has come. */
    private Optional<Answer> once(Question question) {
        try {
            return Optional.of(aws.answer(signed(question, aws.identity()), question.limit()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private HttpExecuteRequest signed(Question question, AwsCredentials signer) {
        ContentStreamProvider body = ContentStreamProvider.fromByteArray(question.body());
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(address(question.service()))
                .putHeader("Content-Type", question.type())
                .putHeader("Content-Length", Integer.toString(question.body().length));
        question.target().ifPresent(target -> request.putHeader("X-Amz-Target", target));
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(signer)
                        .request(request.build())
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, word(question.service()))
                        .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region()))
                .request();
        return HttpExecuteRequest.builder()
                .request(signed)
                .contentStreamProvider(body)
                .build();
    }

    private URI address(Service service) {
        return settings.endpoint(service)
                .orElseGet(() -> URI.create("https://" + word(service) + "." + AwsDomain.of(settings.region()) + "/"));
    }

    /** What the service's hosts begin with, and what signatures call it. */
    private static String word(Service service) {
        return service.name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
