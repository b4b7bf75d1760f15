package org.sprechstunde.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Json;

/** What a citizen does besides writing. */
final class MessageParserTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant WRITTEN = Instant.ofEpochSecond(1795424400);
    private static final Identity ERIKA = of("DE.erika", "4915112345678");

    @Test
    void anEditSaysWhatTheMessageSaysNow() {
        assertThat(parse("""
            {"from":"4915112345678","from_user_id":"DE.erika","id":"wamid.2","timestamp":"1795424400","type":"edit",
             "edit":{"original_message_id":"wamid.1",
                     "message":{"context":{"id":"M0"},"type":"text","text":{"body":"neu"}}}}
            """))
                .hasValue(
                        new InboundEvent.Edited(ERIKA, "wamid.2", "wamid.1", WRITTEN, new MessageContent.Text("neu")));
    }

    @Test
    void anEditOfACaptionBringsTheFileAlong() {
        var file = new MessageContent.Attachment("m1", "image/jpeg", Optional.of("aGFzaA=="));

        assertThat(parse("""
            {"from":"4915112345678","from_user_id":"DE.erika","id":"wamid.2","timestamp":"1795424400","type":"edit",
             "edit":{"original_message_id":"wamid.1","message":{"type":"image","image":
                     {"caption":"neu","mime_type":"image/jpeg","sha256":"aGFzaA==","id":"m1"}}}}
            """))
                .hasValue(new InboundEvent.Edited(
                        ERIKA, "wamid.2", "wamid.1", WRITTEN, new MessageContent.Image(file, Optional.of("neu"))));
    }

    @Test
    void aRevocationNamesTheMessage() {
        assertThat(parse("""
            {"from":"4915112345678","from_user_id":"DE.erika","id":"wamid.2","type":"revoke",
             "revoke":{"original_message_id":"wamid.1"}}
            """)).hasValue(new InboundEvent.Revoked(ERIKA, "wamid.2", "wamid.1"));
    }

    @Test
    void aNewNumberTellsBothIdentities() {
        assertThat(parse("""
            {"from":"4915112345678","id":"wamid.3","type":"system","system":{"type":"user_changed_number",
             "body":"4915112345678 -> 4917139200001","wa_id":"4917139200001","user_id":"DE.neu",
             "previous_user_id":"DE.erika"}}
            """)).hasValue(new InboundEvent.Moved(ERIKA, of("DE.neu", "4917139200001"), "wamid.3", false));
    }

    @Test
    void beforeThereWereUserIdsTheSenderWasTheOldNumber() {
        assertThat(parse("""
            {"from":"4915112345678","id":"wamid.3","type":"system",
             "system":{"type":"user_changed_number","body":"x","wa_id":"4917139200001"}}
            """))
                .hasValue(
                        new InboundEvent.Moved(of(null, "4915112345678"), of(null, "4917139200001"), "wamid.3", false));
    }

    @Test
    void aNewUserIdKeepsTheNumber() {
        assertThat(parse("""
            {"id":"wamid.3","type":"system","system":{"type":"user_changed_user_id","body":"x",
             "user_id":"DE.neu","previous_user_id":"DE.erika","wa_id":""}}
            """))
                .hasValue(new InboundEvent.Moved(of("DE.erika", null), of("DE.neu", null), "wamid.3", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The old id stands in words alone.
                "{'id':'w','type':'system','system':{'type':'user_changed_user_id','user_id':'DE.n','body':'DE.o to"
                        + " DE.n'}}",
                "{'id':'w','from_user_id':'DE.n','type':'system','system':{'type':'user_changed_user_id','user_id':'DE.n'}}",
                "{'id':'w','from':'4915112345678','type':'system','system':{'type':'user_changed_number','body':'x'}}",
                "{'id':'w','from':'4915112345678','type':'system','system':{'type':'customer_identity_changed'}}",
                "{'id':'w','from':'4915112345678','type':'system'}",
                "{'id':'w','from':'4915112345678','type':'revoke'}",
                "{'id':'w','from':'4915112345678','type':'revoke','revoke':{'original_message_id':''}}",
                "{'id':'w','from':'4915112345678','type':'edit','edit':{'original_message_id':'o'}}",
                "{'id':'w','from':'4915112345678','type':'edit','edit':{'message':{'type':'text','text':{'body':'x'}}}}",
                "{'id':'w','type':'revoke','revoke':{'original_message_id':'o'}}"
            })
    void whatCannotBeFollowedIsNoMessage(String json) {
        assertThat(parse(json.replace('\'', '"'))).isEmpty();
    }

    private static Optional<InboundEvent> parse(String json) {
        return new MessageParser(new WebhookParser.Reader("1", NOW, UnaryOperator.identity()))
                                .parse(Json.read(json), Json.array())
                        instanceof ParsedEntry.Found(InboundEvent inbound)
                ? Optional.of(inbound)
                : Optional.empty();
    }

    private static Identity of(@Nullable String bsuid, @Nullable String phone) {
        return new Identity(Optional.ofNullable(bsuid), Optional.ofNullable(phone), Optional.empty(), Optional.empty());
    }
}
