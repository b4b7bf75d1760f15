package org.sprechstunde.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Json;
import org.sprechstunde.whatsapp.inbound.ContentParser;
import org.sprechstunde.whatsapp.inbound.ReshapedDelivery;

/** What WhatsApp says about a file, when asked for it and in the message that brings it. */
final class MediaFuzzTest {
    private static final String HOST = "lookaside.fbsbx.com";
    private static final MediaLocationParser LOOKUPS = new MediaLocationParser(HOST);
    private static final int[] STATUSES = {200, 302, 400, 404, 500};

    /** The hash that the kept inputs announce. */
    private static final byte[] HASH =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    private static final byte[] NO_HASH =
            HexFormat.of().parseHex("9f2c61d07be4358a1d46f0c5328e7b94a06d5cf31e82b7496013dace85f72b40");

    @FuzzTest(maxDuration = "15s")
    @DictionaryFile(resourcePath = "media.dict")
    void everyAnswerAboutAFileIsUnderstood(byte[] answer) {
        JsonNode body = jsonOrNothing(answer);
        assertIsUnderstood(body);
        assertIsUnderstood(ReshapedDelivery.by(answer, body));
    }

    private static void assertIsUnderstood(JsonNode body) {
        for (int status : STATUSES) {
            assertIsUnderstood(new GraphResponse(status, body));
        }
        for (String kind : new String[] {"image", "video", "audio", "document", "sticker"}) {
            JsonNode message = Json.object().put("type", kind).set(kind, body);
            if (ContentParser.parse(message) instanceof MessageContent.Media media) {
                assertIsAnnounced(media.file(), body);
            }
        }
    }

    private static JsonNode jsonOrNothing(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (Json.NotJson e) {
            return Json.object();
        }
    }

    private static void assertIsUnderstood(GraphResponse answer) {
        MediaLocation mediaLocation = LOOKUPS.parse(answer);
        assertThat(LOOKUPS.parse(answer)).isEqualTo(mediaLocation);
        switch (mediaLocation) {
            case MediaLocation.Found(URI address, OptionalLong bytes) -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(address.toString()).matches("(?s)https://" + HOST + "([/?#].*)?");
                assertThat(bytes.orElse(0)).isNotNegative();
            }
            case MediaLocation.Missing _ -> assertThat(answer.code()).hasValue(100);
            case MediaLocation.Unavailable _ -> {}
        }
    }

    private static void assertIsAnnounced(MessageContent.Attachment file, JsonNode part) {
        assertThat(file.mediaId()).isEqualTo(part.path("id").asText()).isNotEmpty();
        file.sha256().ifPresent(text -> {
            MediaHash announced = new MediaHash(text);
            assertThat(announced.is(HASH) || !isSpelled(text)).isTrue();
            assertThat(announced.is(NO_HASH)).isFalse();
        });
    }

    /** The other way round than in the product, which reads the hash; that one is more lenient. */
    private static boolean isSpelled(String announced) {
        return announced.equals(Base64.getEncoder().encodeToString(HASH))
                || announced.equalsIgnoreCase(HexFormat.of().formatHex(HASH));
    }
}
