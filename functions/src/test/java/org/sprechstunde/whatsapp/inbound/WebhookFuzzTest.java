package org.sprechstunde.whatsapp.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sprechstunde.platform.Json;

/** Whatever bytes come with a valid signature. The inputs beside it are replayed by every build. */
final class WebhookFuzzTest {
    private static final String OURS = "100000000000001";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final WebhookParser.Reader READER = new WebhookParser.Reader(OURS, NOW, UnaryOperator.identity());

    /** An item of the table holds 400 KB, the rest of it and the sealing are small. */
    private static final int LARGEST = 390_000;

    @FuzzTest(maxDuration = "15s")
    @DictionaryFile(resourcePath = "webhook.dict")
    void everyBodyIsReadWholeOrRefused(byte[] body) {
        json(body).ifPresent(json -> {
            assertIsReadWhole(json);
            assertIsReadWhole(ReshapedDelivery.by(body, json));
        });
    }

    private static void assertIsReadWhole(JsonNode json) {
        Optional<WebhookPayload> webhook = WebhookParser.parse(json, READER);

        assertThat(WebhookParser.parse(json, READER)).isEqualTo(webhook);
        webhook.ifPresent(read -> {
            assertThat(PartCount.of(read)).isEqualTo(PartCount.in(json, OURS));
            read.messages().forEach(WebhookFuzzTest::assertCanBeStored);
        });
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(Json.read(body));
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    /** What a record says of itself is about as long as its JSON. */
    private static void assertCanBeStored(InboundEvent message) {
        assertThat(message.toString().getBytes(UTF_8).length).isLessThan(LARGEST);
        assertThat(Wamid.token(message.wamid())).isNotEmpty();
    }
}
