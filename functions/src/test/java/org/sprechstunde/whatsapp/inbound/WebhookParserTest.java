package org.sprechstunde.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Json;

final class WebhookParserTest {
    private static final String OURS = "100000000000001";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final WebhookParser.Reader READER = new WebhookParser.Reader(OURS, NOW, UnaryOperator.identity());

    @Test
    void readsEveryKind() throws IOException {
        List<MessageContent> contents = written("every-kind").stream()
                .map(InboundEvent.Written::content)
                .toList();

        assertThat(contents)
                .containsExactly(
                        new MessageContent.Text("Guten Tag 🌳"),
                        new MessageContent.Image(file("m1", "image/jpeg", "aGFzaA=="), Optional.of("Schlagloch")),
                        new MessageContent.Video(file("m2", "video/mp4", "aGFzaA=="), Optional.empty()),
                        new MessageContent.Audio(
                                new MessageContent.Attachment("m3", "audio/ogg; codecs=opus", Optional.empty()), true),
                        new MessageContent.Document(
                                new MessageContent.Attachment("m4", "application/pdf", Optional.empty()),
                                Optional.of("Antrag.pdf"),
                                Optional.empty()),
                        new MessageContent.Sticker(new MessageContent.Attachment("m5", "image/webp", Optional.empty())),
                        new MessageContent.Location(
                                Optional.of(new MessageContent.Point(50.888, 10.006)),
                                Optional.of("Rathaus"),
                                Optional.empty(),
                                Optional.empty()),
                        new MessageContent.Contacts(List.of(
                                new MessageContent.Card(
                                        Optional.of("Bauhof"),
                                        Optional.of("Stadt"),
                                        Optional.empty(),
                                        new MessageContent.Reach(
                                                List.of("+49 6624 1"), List.of(), List.of(), List.of())),
                                new MessageContent.Card(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        new MessageContent.Reach(List.of(), List.of(), List.of(), List.of())))),
                        new MessageContent.Unknown("poll_creation"),
                        new MessageContent.Unknown("image"));
    }

    @Test
    void knowsWhoWroteByUserIdNumberOrBoth() throws IOException {
        List<InboundEvent.Written> messages = written("every-kind");

        assertThat(messages.get(0).citizen())
                .isEqualTo(new Identity(
                        Optional.of("DE.erika"),
                        Optional.of("4915112345678"),
                        Optional.of("Erika Beispiel"),
                        Optional.of("@erika")));
        assertThat(messages.get(1).citizen())
                .isEqualTo(new Identity(
                        Optional.of("DE.otto"), Optional.empty(), Optional.of("Otto Muster"), Optional.empty()));
    }

    @Test
    void takesEveryMessageOfABatchAndNothingElse() throws IOException {
        WebhookPayload webhook = parse("batch");

        assertThat(webhook.messages())
                .extracting(InboundEvent::wamid)
                .containsExactly("wamid.1", "wamid.nobody", "wamid.2", "wamid.3");
        assertThat(webhook.declined()).hasSize(1);
        assertThat(webhook.skipped()).hasSize(5);
        assertThat(webhook.problems()).containsExactly(131035L);
    }

    @Test
    void aUserIdInTheFieldOfTheNumberIsAUserId() throws IOException {
        assertThat(parse("batch").messages().get(2).citizen().bsuid()).hasValue("DE.usernameonly");
    }

    @Test
    void aTimeFromTheFutureOrFromYearsAgoBecomesNow() throws IOException {
        List<InboundEvent.Written> messages = written("batch");

        assertThat(messages.get(0).written()).isEqualTo(Instant.ofEpochSecond(1795424400));
        assertThat(messages.get(2).written()).isEqualTo(NOW);
        assertThat(messages.get(3).written()).isEqualTo(NOW);
    }

    @Test
    void statusesAreFoundByOurOwnIdsOrByWhatsApps() throws IOException {
        List<DeliveryStatus> statuses = parse("batch").statuses();

        assertThat(statuses)
                .extracting(DeliveryStatus::state)
                .containsExactly(Delivery.State.DELIVERED, Delivery.State.FAILED, Delivery.State.READ);
        assertThat(statuses).extracting(status -> status.callback().isPresent()).containsExactly(true, true, false);
        assertThat(statuses.get(1).code()).isEqualTo(OptionalLong.of(131047));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{\"object\":\"page\",\"entry\":[]}",
                "{\"object\":\"whatsapp_business_account\"}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":{}}"
            })
    void whatIsNoWebhookIsNone(String json) {
        assertThat(WebhookParser.parse(Json.read(json), READER)).isEmpty();
    }

    @Test
    void aMessageTooLargeForTheTableIsKeptAsUnknownAndAnEndlessNameIsShortened() {
        String text = "x".repeat(400_000);
        String name = "n".repeat(100_000);
        var body = Json.read("""
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{
            "metadata":{"phone_number_id":"100000000000001"},
            "contacts":[{"user_id":"DE.1","profile":{"name":"%s"}}],
            "messages":[{"from_user_id":"DE.1","id":"wamid.1","type":"text","text":{"body":"%s"}}]}}]}]}
            """.formatted(name, text));

        InboundEvent.Written message = (InboundEvent.Written)
                WebhookParser.parse(body, READER).orElseThrow().messages().getFirst();

        assertThat(message.content()).isEqualTo(new MessageContent.Unknown("oversized"));
        assertThat(message.citizen().name().orElseThrow()).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "\"nowhere\"", "null", "{}"})
    void aPlaceThatIsNoneIsUnknown(String latitude) {
        var body = Json.read("""
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{
            "metadata":{"phone_number_id":"100000000000001"},
            "messages":[{"from_user_id":"DE.1","id":"wamid.1","type":"location",
            "location":{"latitude":%s,"longitude":10}}]}}]}]}
            """.formatted(latitude));

        InboundEvent.Written message = (InboundEvent.Written)
                WebhookParser.parse(body, READER).orElseThrow().messages().getFirst();

        assertThat(message.content()).isEqualTo(new MessageContent.Unknown("location"));
    }

    @Test
    void aPhoneNumberDoesNotPassForAnErrorCode() {
        var body = Json.read("""
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{
            "metadata":{"phone_number_id":"100000000000001"},
            "errors":[{"code":4917139209999},{"code":"4917139209999"},{"code":-1},{"code":131035}]}}]}]}
            """);

        assertThat(WebhookParser.parse(body, READER).orElseThrow().problems()).containsExactly(131035L);
    }

    private static WebhookPayload parse(String name) throws IOException {
        try (InputStream in = WebhookParserTest.class.getResourceAsStream("/whatsapp/" + name + ".json")) {
            byte[] body = Objects.requireNonNull(in).readAllBytes();
            return WebhookParser.parse(Json.read(body), READER).orElseThrow();
        }
    }

    private static List<InboundEvent.Written> written(String name) throws IOException {
        return parse(name).messages().stream()
                .map(InboundEvent.Written.class::cast)
                .toList();
    }

    private static MessageContent.Attachment file(String id, String type, String hash) {
        return new MessageContent.Attachment(id, type, Optional.of(hash));
    }
}
