package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.platform.Settings.Service;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

final class SignedCallsTest {
    private static final StubHttp.Answer BUSY = new StubHttp.Answer(503, "");
    private static final StubHttp.Answer DONE = new StubHttp.Answer(200, "{\"Signature\":\"AQID\"}");

    private final List<SdkHttpRequest> requests = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void aQuestionInJsonNamesItsOperationAndIsSigned() {
        StubHttp http = answering(DONE);

        assertThat(calls(http, Map.of())
                        .json(Service.KMS, "TrentService.Sign", Json.object().put("KeyId", "one")))
                .hasToString("{\"Signature\":\"AQID\"}");

        assertThat(http.bodies()).containsExactly("{\"KeyId\":\"one\"}");
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.getUri()).hasToString("https://kms.eu-central-1.amazonaws.com/");
            assertThat(request.firstMatchingHeader("X-Amz-Target")).contains("TrentService.Sign");
            assertThat(request.firstMatchingHeader("Authorization").orElseThrow())
                    .startsWith("AWS4-HMAC-SHA256 Credential=key/")
                    .contains("/eu-central-1/kms/aws4_request", "x-amz-target");
        });
    }

    @Test
    void aFormIsEncodedAndKnowsNoTarget() {
        StubHttp http = answering(new StubHttp.Answer(200, "<PublishResponse/>"));

        calls(http, Map.of()).form(Service.SNS, Map.of("Message", "Grüße & mehr"));

        assertThat(http.bodies()).containsExactly("Message=Gr%C3%BC%C3%9Fe+%26+mehr");
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.host()).isEqualTo("sns.eu-central-1.amazonaws.com");
            assertThat(request.firstMatchingHeader("X-Amz-Target")).isEmpty();
        });
    }

    @Test
    void whereAwsEndsOtherwiseIsKnown() {
        calls(answering(DONE), Map.of("AWS_REGION", "eusc-de-east-1"))
                .json(Service.SECRETS_MANAGER, "secretsmanager.GetSecretValue", Json.object());

        assertThat(requests)
                .singleElement()
                .extracting(SdkHttpRequest::host)
                .isEqualTo("secretsmanager.eusc-de-east-1.amazonaws.eu");
    }

    @Test
    void whatMayPassIsTriedAgainAndWhatMayNotIsNot() {
        var throttled = new StubHttp.Answer(400, "{\"__type\":\"ThrottlingException\"}");
        SignedCalls patient = calls(answering(BUSY, throttled, DONE), Map.of());

        assertThat(patient.json(Service.KMS, "TrentService.Sign", Json.object()).has("Signature"))
                .isTrue();
        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));

        SignedCalls wrong = calls(answering(new StubHttp.Answer(400, "{\"__type\":\"no\"}"), DONE), Map.of());
        assertThatThrownBy(() -> wrong.json(Service.KMS, "TrentService.Sign", Json.object()))
                .isInstanceOfSatisfying(
                        SdkServiceException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(400));
    }

    @Test
    void nobodyTriesMoreOftenThanTheEnvironmentSays() {
        SignedCalls once = calls(answering(BUSY, DONE), Map.of("AWS_MAX_ATTEMPTS", "1"));

        assertThatThrownBy(() -> once.form(Service.SNS, Map.of())).isInstanceOf(SdkServiceException.class);
        assertThat(waits).isEmpty();
    }

    /** As a connection that is silent: nothing comes until it is given up. */
    @Test
    void whatDoesNotAnswerIsGivenUpInTime() {
        SignedCalls calls = calls(new SilentHttp(false), Map.of("AWS_MAX_ATTEMPTS", "1"));

        assertThatThrownBy(() -> calls.form(Service.SNS, Map.of("Message", "private")))
                .isInstanceOf(SdkClientException.class)
                .hasMessage("SNS has not answered")
                .hasNoCause();
    }

    /** As long again as it may take to begin, and as often as the environment says. */
    @Test
    void whatBreaksOffInTheMiddleIsGivenUpInTime() {
        SignedCalls calls = calls(new SilentHttp(true), Map.of("AWS_MAX_ATTEMPTS", "1"));

        assertThatThrownBy(() -> calls.form(Service.SNS, Map.of("Message", "private")))
                .isInstanceOf(SdkClientException.class)
                .hasMessage("SNS has not answered");
    }

    @Test
    void whatIsLoadedForASnapshotIsNotSent() {
        StubHttp http = answering();

        calls(http, Map.of()).loadForSnapshot();

        assertThat(http.bodies()).isEmpty();
    }

    @Test
    void aFailureSaysNothingOfWhatWasSaid() {
        SignedCalls calls = calls(answering(new StubHttp.Answer(403, "private answer")), Map.of());

        assertThatThrownBy(() -> calls.form(Service.SNS, Map.of("Message", "private")))
                .hasMessageContaining("SNS has refused: 403")
                .hasMessageNotContaining("private");
    }

    private StubHttp answering(StubHttp.Answer... answers) {
        Iterator<StubHttp.Answer> next = Arrays.asList(answers).iterator();
        return new StubHttp(request -> {
            requests.add(request);
            return next.next();
        });
    }

    private SignedCalls calls(SdkHttpClient http, Map<String, String> environment) {
        Settings settings = CompleteEnvironment.with(environment);
        return new SignedCalls(new Platform(
                settings,
                Clock.systemUTC(),
                waits::add,
                new SecureRandom(),
                threads,
                new AwsClients(settings.aws(), () -> http)));
    }
}
