package org.sprechstunde.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Json;

/** A body may have 3 MB, an item of the table 400 KB: what cannot be stored would be delivered again for a week. */
final class WebhookSizeTest {
    private static final String OURS = "100000000000001";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final WebhookParser.Reader READER = new WebhookParser.Reader(OURS, NOW, UnaryOperator.identity());

    @ParameterizedTest
    @MethodSource("huge")
    void whatGrowsWhileItIsReadIsKeptAsUnknown(String kind, String part) {
        var body = Json.read("""
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{
            "messages":[{"from_user_id":"DE.1","id":"wamid.1","type":"%s","%s":%s}]}}]}]}
            """.formatted(kind, kind, part));

        InboundEvent.Written message = (InboundEvent.Written)
                WebhookParser.parse(body, READER).orElseThrow().messages().getFirst();

        assertThat(message.content()).isEqualTo(new MessageContent.Unknown("oversized"));
    }

    static Stream<Arguments> huge() {
        String articles = "{},".repeat(90_000) + "{}";
        String nested = "{\"%s\":".formatted("k".repeat(300)).repeat(300);
        String answers = nested + "[" + "1,".repeat(50_000) + "1]" + "}".repeat(300);
        return Stream.of(
                Arguments.of("contacts", "[" + articles + "]"),
                Arguments.of("order", "{\"product_items\":[" + articles + "]}"),
                Arguments.of(
                        "interactive",
                        Json.object()
                                .set("nfm_reply", Json.object().put("response_json", answers))
                                .toString()));
    }

    @Test
    void anEndlessIdIsNone() {
        String endless = "x".repeat(500_000);
        var body = Json.read("""
            {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{
            "contacts":[{"user_id":"%s","wa_id":"4915112345678"}],
            "messages":[{"from":"4915112345678","id":"%s","type":"welcome"},
            {"from":"4915112345678","id":"wamid.1","type":"text","text":{"body":"x"}}]}}]}]}
            """.formatted(endless, endless));

        WebhookPayload webhook = WebhookParser.parse(body, READER).orElseThrow();

        assertThat(webhook.skipped()).containsExactly(SkipReason.NO_ID);
        assertThat(webhook.messages().getFirst().citizen().bsuid()).isEmpty();
    }

    @Test
    void aFormAsDeepAsJsonMayBeIsRead() {
        String deep = "[".repeat(990) + "1" + "]".repeat(990);
        var message = Json.object().put("type", "interactive");
        message.putObject("interactive").putObject("nfm_reply").put("response_json", deep);

        assertThat(ContentParser.parse(message)).isInstanceOf(MessageContent.Form.class);
    }
}
