package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.WebhookReceiver.Received;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.DeliveryTick;
import org.sprechstunde.emulator.chat.WamidFactory;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;
import org.sprechstunde.emulator.web.JsonTrees;

class WebhookSenderTest {
    private EmulatedTown town;

    @BeforeEach
    void start() throws IOException {
        town = new EmulatedTown();
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void theTownIsAskedForItsChallengeBeforeAnything() throws InterruptedException {
        assertThat(town.meta.subscribe()).isTrue();
    }

    @Test
    void theSignatureIsTheHmacOverTheBytesThatTravel() throws Exception {
        town.meta.sendText(town.meta.citizens().withPhone("Jörg Müller"), "Grüße aus Wölfershausen 🙂");

        Received received = town.receiver.next();

        assertThat(received.signature()).isEqualTo("sha256=" + hmac(received.raw()));
        assertThat(received.raw()).isASCII().contains("J\\u00F6rg");
        assertThat(received.message().at("/text/body").asText()).isEqualTo("Grüße aus Wölfershausen 🙂");
    }

    @Test
    void aCitizenWithAPhoneIsNamedByNumberAndByUserId() throws InterruptedException {
        Citizen anna = town.meta.citizens().withPhone("Anna Schmidt");
        String phone = anna.phone().orElseThrow();

        String id = town.meta.sendText(anna, "Guten Tag");

        Received received = town.receiver.next();
        assertThat(received.json().path("object").asText()).isEqualTo("whatsapp_business_account");
        assertThat(received.json().at("/entry/0/id").asText()).isEqualTo("100000000000002");
        assertThat(received.json().at("/entry/0/changes/0/field").asText()).isEqualTo("messages");
        assertThat(received.value().at("/metadata/phone_number_id").asText()).isEqualTo(EmulatedTown.NUMBER);
        assertThat(received.value().at("/contacts/0/wa_id").asText()).isEqualTo(phone);
        assertThat(received.value().at("/contacts/0/user_id").asText()).isEqualTo(anna.bsuid());
        assertThat(received.message().path("from").asText()).isEqualTo(phone);
        assertThat(received.message().path("from_user_id").asText()).isEqualTo(anna.bsuid());
        assertThat(received.message().path("id").asText()).isEqualTo(id);
        assertThat(received.message().path("timestamp").isTextual()).isTrue();
        assertThat(readable(id)).contains(phone);
    }

    @Test
    void aCitizenWithoutAPhoneIsNamedByUserIdAlone() throws InterruptedException {
        Citizen ben = town.meta.citizens().withoutPhone("Ben");

        String id = town.meta.sendText(ben, "Hallo");

        Received received = town.receiver.next();
        assertThat(received.value().path("contacts").get(0).has("wa_id")).isFalse();
        assertThat(received.message().has("from")).isFalse();
        assertThat(received.message().path("from_user_id").asText()).isEqualTo(ben.bsuid());
        assertThat(readable(id)).contains(ben.bsuid());
    }

    @Test
    void aWamidHasTheLayoutOfMetasOwnExamples() {
        String id = new WamidFactory("491713920001", true, "0123456789ABCDEF0123").text();

        byte[] bytes = Base64.getDecoder().decode(id.substring("wamid.".length()));
        String digits = HexFormat.of().formatHex("491713920001".getBytes(StandardCharsets.US_ASCII));
        String token = HexFormat.of().formatHex("0123456789ABCDEF0123".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("1c180c" + digits + "15020012" + "1814" + token + "00");
        assertThat(WamidFactory.parse(id)).contains(new WamidFactory("491713920001", true, "0123456789ABCDEF0123"));
    }

    @Test
    void severalLettersTravelInOneBatchInTheirOrder() throws InterruptedException {
        Citizen anna = town.meta.citizens().withPhone("Anna");

        List<String> ids = town.meta.send(
                anna, CitizenMessage.text("eins"), CitizenMessage.text("zwei"), CitizenMessage.text("drei"));

        JsonNode messages = town.receiver.next().value().path("messages");
        assertThat(messages).extracting(message -> message.path("id").asText()).containsExactlyElementsOf(ids);
        assertThat(messages)
                .extracting(message -> message.at("/text/body").asText())
                .containsExactly("eins", "zwei", "drei");
    }

    @Test
    void everyKindStandsUnderItsOwnName() throws InterruptedException {
        Citizen anna = town.meta.citizens().withPhone("Anna");
        Attachment file = new Attachment(new Body("audio/ogg; codecs=opus", new byte[] {1, 2, 3}), Optional.empty());
        MessageDraft raw = new MessageDraft.Raw(JsonTrees.object().put("type", "request_welcome"));
        MessageDraft place = new MessageDraft.Location(50.9, 10.0, Optional.of("Rathaus"), Optional.empty());

        String first = town.meta
                .send(
                        anna,
                        CitizenMessage.of(
                                MessageDraft.File.of(FileKind.AUDIO, file).spoken()),
                        CitizenMessage.of(place).at(Instant.ofEpochSecond(1_790_000_000)),
                        CitizenMessage.of(raw))
                .getFirst();
        town.meta.send(anna, CitizenMessage.of(new MessageDraft.Reaction(first, Optional.of("👍"))));

        JsonNode messages = town.receiver.next().value().path("messages");
        assertThat(messages.at("/0/audio/voice").asBoolean()).isTrue();
        assertThat(messages.at("/0/audio/sha256").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(file.body().sha256()));
        assertThat(messages.at("/1/location/name").asText()).isEqualTo("Rathaus");
        assertThat(messages.at("/1/timestamp").asText()).isEqualTo("1790000000");
        assertThat(messages.at("/2/type").asText()).isEqualTo("request_welcome");
        assertThat(town.receiver.next().message().at("/reaction/message_id").asText())
                .isEqualTo(first);
    }

    @Test
    void whatIsNotAnsweredWith200ComesAgainAndHoldsBackWhatIsBehindIt() throws InterruptedException {
        Citizen anna = town.meta.citizens().withPhone("Anna");
        town.receiver.answerNext(500, 401, 204);

        String first = town.meta.sendText(anna, "eins");
        String second = town.meta.sendText(anna, "zwei");

        assertThat(town.meta.conversation(anna).getFirst().tick()).isEqualTo(DeliveryTick.WAITING);
        for (String expected : List.of(first, first, first, first, second)) {
            assertThat(town.receiver.next().message().path("id").asText()).isEqualTo(expected);
        }
        assertThat(town.meta.awaitDelivered(Duration.ofSeconds(5))).isTrue();
        assertThat(town.meta.conversation(anna))
                .extracting(bubble -> bubble.tick())
                .containsOnly(DeliveryTick.DELIVERED);
        assertThat(town.meta.deliveries().getFirst().attempts()).isEqualTo(4);
    }

    @Test
    void aWebhookCanComeBackUnderTheCitizensOtherIdentity() throws InterruptedException {
        Citizen anna = town.meta.citizens().withPhone("Anna");
        String id = town.meta.sendText(anna, "Guten Tag");
        town.receiver.next();

        town.meta.redeliver(1);
        town.meta.awaitDelivered(Duration.ofSeconds(5));
        town.meta.redeliverUnderOtherIdentity(1);

        assertThat(town.receiver.next().message().path("id").asText()).isEqualTo(id);
        String other = town.receiver.next().message().path("id").asText();
        assertThat(readable(other)).contains(anna.bsuid());
        assertThat(WamidFactory.parse(other).orElseThrow().token())
                .isEqualTo(WamidFactory.parse(id).orElseThrow().token());
    }

    private static String readable(String wamid) {
        byte[] bytes = Base64.getDecoder().decode(wamid.substring("wamid.".length()));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String hmac(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(EmulatedTown.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
