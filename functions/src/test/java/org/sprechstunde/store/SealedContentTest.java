package org.sprechstunde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.enquiry.Keyword;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageContext.Forwarding;
import org.sprechstunde.enquiry.MessageContext.Quote;
import org.sprechstunde.enquiry.MessageContext.Referral;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Json;

/** What earlier releases have sealed is read by this one: enquiries live for 90 days. */
final class SealedContentTest {
    private static final MessageContent.Attachment FILE =
            new MessageContent.Attachment("m", "image/jpeg", Optional.of("aGFzaA=="));
    private static final String MESSAGE = "1795424400000-0123456789abcdef0123456789abcdef";

    static Stream<Arguments> stored() {
        return Stream.of(
                arguments("{'kind':'text','words':'x'}", new MessageContent.Text("x")),
                arguments(
                        "{'kind':'image','words':'x','mediaId':'m','mimeType':'image/jpeg','sha256':'aGFzaA=='}",
                        new MessageContent.Image(FILE, Optional.of("x"))),
                arguments(
                        "{'kind':'location','latitude':1.5,'longitude':2.5,'name':'x'}",
                        new MessageContent.Location(
                                Optional.of(new MessageContent.Point(1.5, 2.5)),
                                Optional.of("x"),
                                Optional.empty(),
                                Optional.empty())),
                arguments(
                        "{'kind':'contacts','cards':[{'name':'x','phones':['1'],'emails':[]}]}",
                        new MessageContent.Contacts(List.of(new MessageContent.Card(
                                Optional.of("x"),
                                Optional.empty(),
                                Optional.empty(),
                                new MessageContent.Reach(List.of("1"), List.of(), List.of(), List.of()))))),
                arguments(
                        "{'kind':'template','words':'x','name':'rueckmeldung','language':'de'}",
                        new MessageContent.Template("rueckmeldung", "de", "x")),
                arguments("{'kind':'erase-wish'}", new MessageContent.Wish(Keyword.ERASE)),
                arguments("{'kind':'unknown','word':'order'}", new MessageContent.Unknown("order")),
                arguments("{'kind':'unknown','word':'poll_creation'}", new MessageContent.Unknown("poll_creation")));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void whatAnEarlierReleaseHasStoredIsRead(String json, MessageContent content) {
        assertThat(SealedContent.read(Json.read(json.replace('\'', '"')))).isEqualTo(content);
    }

    @Test
    void aMessageOfAnEarlierReleaseHasNoContext() {
        assertThat(SealedContent.readContext(Json.object().path("context"))).isEqualTo(MessageContext.NONE);
    }

    @Test
    void aContextIsReadBackAsItWas() {
        var referral = new Referral(Optional.of("heading"), Optional.of("https://example.org"));

        for (MessageContext context : List.of(
                MessageContext.NONE,
                new MessageContext(Optional.of(new Quote(MessageId.parse(MESSAGE))), Forwarding.ONCE, Optional.empty()),
                new MessageContext(
                        Optional.of(new Quote(Optional.empty())), Forwarding.OFTEN, Optional.of(referral)))) {
            assertThat(SealedContent.readContext(SealedContent.write(context))).isEqualTo(context);
        }
    }
}
