package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sprechstunde.local.meta.chat.Wamid;
import org.sprechstunde.platform.Json;

/** What WhatsApp posts, signed. */
final class Webhooks {
    static final String NUMBER = "100000000000001";
    static final String PHONE = "4915500000042";
    static final String BSUID = "DE.simulatedcitizen42";

    private Webhooks() {}

    /** A citizen's message; with a file it is a photo with the text as its caption. */
    record Letter(String token, String text, long second, Optional<byte[]> file) {
        String mediaId() {
            return "media" + token;
        }
    }

    /** The letter under one of the two ids that it may have. */
    static String body(Letter letter, boolean underBsuid) {
        ObjectNode root = Json.object().put("object", "whatsapp_business_account");
        ObjectNode change =
                root.putArray("entry").addObject().putArray("changes").addObject();
        ObjectNode value = change.put("field", "messages").putObject("value");
        value.putObject("metadata").put("phone_number_id", NUMBER);
        value.putArray("contacts")
                .addObject()
                .put("user_id", BSUID)
                .put("wa_id", PHONE)
                .putObject("profile")
                .put("name", "Simulierte Bürgerin");
        ObjectNode message = value.putArray("messages")
                .addObject()
                .put("from", PHONE)
                .put("from_user_id", BSUID)
                .put("id", new Wamid(underBsuid ? BSUID : PHONE, true, letter.token()).text())
                .put("timestamp", Long.toString(letter.second()));
        content(message, letter);
        return root.toString();
    }

    private static void content(ObjectNode message, Letter letter) {
        if (letter.file().isEmpty()) {
            message.put("type", "text").putObject("text").put("body", letter.text());
            return;
        }
        message.put("type", "image")
                .putObject("image")
                .put("id", letter.mediaId())
                .put("mime_type", "image/jpeg")
                .put("sha256", Graph.hash(letter.file().get()))
                .put("caption", letter.text());
    }

    static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("app".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
