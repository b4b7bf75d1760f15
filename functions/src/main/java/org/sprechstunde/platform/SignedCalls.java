package org.sprechstunde.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sprechstunde.platform.Settings.AwsSettings;
import org.sprechstunde.platform.Settings.Service;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Calls of services of AWS's that are asked one thing each, which no client of theirs is worth: signed by the SDK's signer, sent by
 * the HTTP client that all share, tried again if it may pass. Failures are the SDK's and tell service and status, never what was said.
 */
public final class SignedCalls {
    private static final String JSON = "application/x-amz-json-1.1";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final int LARGEST_ANSWER = 1 << 20;

    /** What nothing depends on must not keep anything waiting, though it is tried again too. */
    private static final Duration COURTESY = Duration.ofSeconds(1);

    private final AwsClients aws;
    private final AwsSettings settings;
    private final Retry retry;

    /** How each service is asked: its protocol, what its operations are called by, and how long one try may take. */
    private record Question(Service service, String type, Optional<String> target, byte[] body, Duration limit) {}

    private record Answer(int status, byte[] body) {
        private static final Answer NONE = new Answer(0, new byte[0]);
        private static final int OK = 200;
        private static final int TOO_MANY = 429;
        private static final int BROKEN = 500;

        boolean isMissing() {
            return status == NONE.status;
        }

        boolean isOk() {
            return status == OK;
        }

        /** Some services say with the status of a wrong question that there were too many. */
        boolean mayPass() {
            return isMissing()
                    || status == TOO_MANY
                    || status >= BROKEN
                    || (!isOk() && new String(body, StandardCharsets.UTF_8).contains("Throttling"));
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
        return Json.read(ask(new Question(service, JSON, Optional.of(target), Json.bytes(body), AwsClients.ATTEMPT)));
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
        ask(new Question(service, FORM, Optional.empty(), bytes, COURTESY));
    }

    private byte[] ask(Question question) {
        int most = settings.attempts().orElse(RetryPolicy.AWS.tries());
        Answer answer = retry.<Integer, Answer>until(RetryPolicy.AWS, 1, tried -> {
                    Answer came = once(question);
                    return came.mayPass() && tried < most ? Retry.Attempt.again(tried + 1) : Retry.Attempt.done(came);
                })
                .orElse(Answer.NONE);
        if (!answer.isOk()) {
            throw failure(question.service(), answer);
        }
        return answer.body();
    }

    private static SdkException failure(Service service, Answer answer) {
        return answer.isMissing()
                ? SdkClientException.create(service + " has not answered")
                : SdkServiceException.builder()
                        .message(service + " has refused: " + answer.status())
                        .statusCode(answer.status())
                        .build();
    }

    private Answer once(Question question) {
        HttpExecuteRequest request = signed(question);
        try {
            HttpExecuteResponse response = aws.answer(request, question.limit());
            try (InputStream body = response.responseBody().orElseThrow(IOException::new)) {
                return new Answer(response.httpResponse().statusCode(), body.readNBytes(LARGEST_ANSWER));
            }
        } catch (IOException e) {
            return Answer.NONE;
        }
    }

    private HttpExecuteRequest signed(Question question) {
        ContentStreamProvider body = ContentStreamProvider.fromByteArray(question.body());
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(address(question.service()))
                .putHeader("Content-Type", question.type())
                .putHeader("Content-Length", Integer.toString(question.body().length));
        question.target().ifPresent(target -> request.putHeader("X-Amz-Target", target));
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(aws.identity())
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
        return settings.endpoint(service).orElseGet(() -> {
            Region region = Region.of(settings.region());
            return URI.create("https://" + word(service) + "." + region + "."
                    + PartitionMetadata.of(region).dnsSuffix() + "/");
        });
    }

    /** What the service's hosts begin with, and what signatures call it. */
    private static String word(Service service) {
        return service.name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
