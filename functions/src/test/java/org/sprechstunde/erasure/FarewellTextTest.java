package org.sprechstunde.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.ErasureCode;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.platform.AwsClients;
import org.sprechstunde.platform.CompleteEnvironment;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.platform.StubHttp;
import software.amazon.awssdk.http.SdkHttpRequest;

final class FarewellTextTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final String SECRET = Json.object()
            .put("appSecret", "app")
            .put("accessToken", "token")
            .put("verifyToken", "verify")
            .put("pepper", "pepper")
            .toString();

    private final SecureRandom random = new SecureRandom();

    /** The table is in the way for as long as anybody tries, or broken. */
    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflictException", "AccessDeniedException"})
    void whoCannotBePromisedALineIsToldAllTheSameAndNoCode(String failure) {
        var http = new StubHttp(request -> answer(request, failure));
        ErasureCode code = ErasureCode.next(random);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var farewell = new FarewellText(services(http, threads));

            assertThat(farewell.tell(gone(code), AutoReply.FAREWELL)).isEqualTo(BestEffort.DONE);
        }

        assertThat(http.bodies())
                .filteredOn(body -> body.contains("messaging_product"))
                .singleElement()
                .asString()
                .contains("abgeschlossen")
                .doesNotContain(code.spelled(), "quittung");
    }

    private static StubHttp.Answer answer(SdkHttpRequest request, String failure) {
        return switch (request.firstMatchingHeader("X-Amz-Target").orElse("")) {
            case "secretsmanager.GetSecretValue" ->
                new StubHttp.Answer(
                        200, Json.object().put("SecretString", SECRET).toString());
            case "DynamoDB_20120810.UpdateItem" ->
                new StubHttp.Answer(400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + failure + "\"}");
            case "" -> new StubHttp.Answer(200, "{\"messages\":[{\"id\":\"wamid.A\"}]}");
            default -> new StubHttp.Answer(200, "{}");
        };
    }

    private Services services(StubHttp http, ExecutorService threads) {
        Settings settings = CompleteEnvironment.with(Map.of("ERASURE_LOG_KEY", "arn", "AWS_MAX_ATTEMPTS", "1"));
        return new Services(new Platform(
                settings,
                Clock.fixed(NOW, ZoneOffset.UTC),
                _ -> {},
                random,
                threads,
                new AwsClients(settings.aws(), () -> http)));
    }

    private Destroyed gone(ErasureCode code) {
        var citizen = new Identity(Optional.of("DE.1"), Optional.empty(), Optional.of("Erika"), Optional.empty());
        var message = new Message(
                MessageId.next(NOW, NOW, random),
                Message.Direction.IN,
                new MessageContent.Text("Die Laterne ist aus."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Enquiry enquiry = Enquiry.opened(
                new Enquiry.Fresh(
                        RandomId.next(random),
                        new EnquiryPlace("hmac", Set.of(), Optional.empty()),
                        DataKey.next(random)),
                citizen,
                message,
                new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90)));
        ErasureRecord erasure = ErasureRecord.begun(NOW, List.of(message))
                .loggedAs(Optional.of(new ErasureRecord.Logged("hash", ErasureRecord.Cause.MAYOR)));
        return new Destroyed(
                Task.forget(enquiry.id(), erasure, NOW, random), enquiry, List.of(message), Optional.of(code));
    }
}
