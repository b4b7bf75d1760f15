package org.sprechstunde.acceptance.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sprechstunde.emulator.chat.WamidFactory;
import org.sprechstunde.platform.Json;

/** What WhatsApp posts, signed. */
final class SignedWebhooks {
    static final String NUMBER = "100000000000001";

    private SignedWebhooks() {}

    /** How WhatsApp knows a citizen. */
    record Citizen(String phone, String bsuid, String name) {}

    /** A citizen's message; with a file it is a photo with the text as its caption. */
    record Letter(Citizen citizen, String token, String text, long second, Optional<byte[]> file) {
        String mediaId() {
            return "media" + token;
        }

        /** The letter's id under one of the two that it may have. */
        String wamid(boolean underBsuid) {
            return SignedWebhooks.wamid(underBsuid ? citizen.bsuid() : citizen.phone(), token);
        }

        void content(ObjectNode message, String words) {
            if (file.isEmpty()) {
                message.put("type", "text").putObject("text").put("body", words);
                return;
            }
            message.put("type", "image")
                    .putObject("image")
                    .put("id", mediaId())
                    .put("mime_type", "image/jpeg")
                    .put("sha256", SimulatedWhatsApp.hash(file.get()))
                    .put("caption", words);
        }
    }

    static String wamid(String owner, String token) {
        return new WamidFactory(owner, true, token).text();
    }

    static String body(List<Letter> letters, boolean underBsuid) {
        ObjectNode root = Json.object();
        ObjectNode value = value(root);
        for (Letter letter : letters) {
            ObjectNode message = message(value, letter, letter.wamid(underBsuid));
            letter.content(message, letter.text());
        }
        return root.toString();
    }

    /** What a citizen does besides writing: {@code content} puts its kind into the message. */
    static String body(Citizen citizen, String wamid, long second, Consumer<ObjectNode> content) {
        ObjectNode root = Json.object();
        content.accept(message(value(root), citizen, wamid, second));
        return root.toString();
    }

    /** Letters, and in the midst of them what {@code citizen} does besides writing. */
    static String body(List<Letter> letters, Citizen citizen, long second, String token, Consumer<ObjectNode> content) {
        ObjectNode root = Json.object();
        ObjectNode value = value(root);
        for (Letter letter : letters) {
            letter.content(message(value, letter, letter.wamid(false)), letter.text());
        }
        content.accept(message(value, citizen, wamid(citizen.phone(), token), second));
        return root.toString();
    }

    /** Told by number, by user id or by both: now there is this of them, now that. */
    private static ObjectNode message(ObjectNode value, Letter letter, String wamid) {
        ObjectNode message = message(value, letter.citizen(), wamid, letter.second());
        ObjectNode contact =
                (ObjectNode) value.path("contacts").get(value.path("contacts").size() - 1);
        switch (Math.floorMod(wamid.hashCode(), 4)) {
            case 0 -> {
                message.remove("from");
                contact.remove("wa_id");
            }
            case 1 -> {
                message.remove("from_user_id");
                contact.remove("user_id");
            }
            default -> {}
        }
        return message;
    }

    private static ObjectNode message(ObjectNode value, Citizen citizen, String wamid, long second) {
        value.withArray("contacts")
                .addObject()
                .put("user_id", citizen.bsuid())
                .put("wa_id", citizen.phone())
                .putObject("profile")
                .put("name", citizen.name());
        return value.withArray("messages")
                .addObject()
                .put("from", citizen.phone())
                .put("from_user_id", citizen.bsuid())
                .put("id", wamid)
                .put("timestamp", Long.toString(second));
    }

    /** What became of an answer; without what the town gave it along, where {@code callback} is empty. */
    static String status(String wamid, String callback, String recipient, String state, long second) {
        ObjectNode root = Json.object();
        ObjectNode status = value(root)
                .putArray("statuses")
                .addObject()
                .put("id", wamid)
                .put("status", state)
                .put("timestamp", Long.toString(second))
                .put("recipient_id", recipient);
        if (!callback.isEmpty()) {
            status.put("biz_opaque_callback_data", callback);
        }
        return root.toString();
    }

    private static ObjectNode value(ObjectNode root) {
        root.put("object", "whatsapp_business_account");
        ObjectNode value = root.putArray("entry")
                .addObject()
                .putArray("changes")
                .addObject()
                .put("field", "messages")
                .putObject("value");
        value.putObject("metadata").put("phone_number_id", NUMBER);
        return value;
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
