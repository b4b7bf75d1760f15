package org.sprechstunde.local.stores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.local.template.TopicSpec;

class SnsStandInTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:000000000000:sprechstunde-MayorTopic";
    private static final String LONG =
            "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789";
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final List<Mail> heard = new ArrayList<>();
    private SnsStandIn server;

    @BeforeEach
    void start() throws IOException {
        server = SnsStandIn.start(
                0,
                List.of(new TopicSpec(TOPIC, List.of("a@town.example", "b@town.example"))),
                Clock.fixed(NOW, ZoneOffset.UTC),
                heard::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyAddressOfTheTopicGetsTheMail() throws Exception {
        HttpResponse<String> answer = publish(TOPIC, "Subject", "Grüße\n& mehr");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<PublishResult><MessageId>");
        assertThat(server.mails())
                .containsExactly(
                        new Mail(NOW, "a@town.example", "Subject", "Grüße\n& mehr"),
                        new Mail(NOW, "b@town.example", "Subject", "Grüße\n& mehr"))
                .isEqualTo(heard);
    }

    @Test
    void theMailsAreShown() throws Exception {
        publish(TOPIC, "Subject", "Grüße");

        String page = send(HttpRequest.newBuilder(server.uri()).GET()).body();

        assertThat(page).contains("An: b@town.example", "Betreff: Subject", "Grüße");
    }

    @Test
    void anotherTopicIsNotThere() throws Exception {
        HttpResponse<String> answer = publish(TOPIC + "s", "Subject", "Text");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<Code>NotFound</Code>");
        assertThat(server.mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "Über", "a\nb", LONG})
    void aSubjectThatSnsMightNotTakeIsRefused(String subject) throws Exception {
        HttpResponse<String> answer = publish(TOPIC, subject, "Text");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>InvalidParameter</Code>");
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void noOtherCallIsAnswered() throws Exception {
        assertThat(post(Map.of("Action", "CreateTopic", "Name", "x")).body()).contains("<Code>InvalidAction</Code>");
    }

    private HttpResponse<String> publish(String topic, String subject, String message) throws Exception {
        return post(Map.of("Action", "Publish", "TopicArn", topic, "Subject", subject, "Message", message));
    }

    private HttpResponse<String> post(Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.uri()).POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
