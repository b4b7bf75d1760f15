package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls that nobody should make, with canaries wherever something can be written. */
final class Strangers {
    private static final String ANY_ID = "3f2a9c0d4b5e6f708192a3b4c5d6e7f8";

    private final Canaries made;
    private final TappedMayor mayor;
    private final String webhook;

    /** @param webhook path of the secret address: whoever does not know it gets no further */
    Strangers(Canaries made, TappedMayor mayor, String webhook) {
        this.made = made;
        this.mayor = mayor;
        this.webhook = webhook;
    }

    /** The API with data in path, query, headers, token and body. */
    void callTheApi() {
        mayor.get("/api/enquiries/" + made.phone("phone in a path"));
        mayor.get("/api/enquiries/" + encoded(made.text("name in a path")));
        mayor.get("/api/enquiries?next=" + encoded(made.text("name in a query")));
        mayor.get("/api/enquiries?order=" + made.phone("phone in a query"));
        mayor.get("/assets/" + made.plain("asset") + ".js");
        mayor.get("/" + encoded(made.text("nowhere")));
        mayor.reply(ANY_ID, made.plain("key of no enquiry"), made.text("answer to no enquiry"));
        mayor.reply(ANY_ID, made.phone("key") + "?", made.text("answer with a bad key"));
        mayor.send(mayor.to("/api/enquiries").header("authorization", "Bearer " + made.plain("token")));
        mayor.send(mayor.to("/api/enquiries").header("x-forwarded-for", made.phone("header")));
        mayor.send(mayor.authorized("/api/enquiries/" + ANY_ID + "/replies")
                .header("idempotency-key", "key")
                .POST(BodyPublishers.ofString("{\"text\": " + made.plain("broken body"))));
        mayor.send(mayor.authorized("/api/enquiries/" + made.plain("id to resolve") + "/resolve")
                .POST(BodyPublishers.ofString("{\"revision\": \"" + made.text("resolve's body") + "\"}")));
        mayor.send(mayor.to(webhook + "?hub.mode=subscribe&hub.challenge=" + made.plain("challenge")
                + "&hub.verify_token=" + made.plain("verify token")));
    }

    /** The webhook where everybody expects it. */
    void callTheGuessableWebhook() {
        mayor.send(mayor.to("/webhook?hub.mode=subscribe&hub.challenge=" + made.plain("lost challenge")
                + "&hub.verify_token=" + made.plain("lost verify token")));
        mayor.send(mayor.to("/webhook").POST(BodyPublishers.ofString(made.text("lost delivery"))));
    }

    /** The webhook with what no WhatsApp would send, signed and not. */
    void callTheWebhook() {
        Stream.of(
                        made.text("no JSON"),
                        "{\"object\": \"" + made.text("torn JSON"),
                        "{\"object\": \"" + made.text("other object") + "\", \"entry\": []}",
                        "[".repeat(5000) + made.phone("deep JSON"),
                        message(object -> object.put("from", made.phone("lonely phone"))),
                        message(object ->
                                object.put("from", 49).put("text", made.text("text that should be an object"))),
                        message(object -> object.put("from_user_id", made.bsuid("BSUID of a strange message"))
                                .put("id", made.plain("strange id"))
                                .put("timestamp", made.text("time that is none"))
                                .put("type", made.text("type that is none"))),
                        message(object ->
                                object.put("group_id", made.plain("group")).put("from", made.phone("member"))),
                        status(made.phone("recipient"), made.plain("callback"), made.plain("error")))
                .forEach(body -> List.of(true, false).forEach(signed -> post(body, signed)));
    }

    /** A delivery of {@code body}, with a true signature or another. */
    void post(String body, boolean signed) {
        byte[] bytes = body.getBytes(UTF_8);
        mayor.send(mayor.to(webhook)
                .header("x-hub-signature-256", "sha256=" + signature(bytes, signed ? HuntTown.APP_SECRET : "another"))
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    private interface Content {
        ObjectNode into(ObjectNode message);
    }

    private static String message(Content content) {
        ObjectNode body = body();
        content.into(((ObjectNode) body.at("/entry/0/changes/0/value"))
                .putArray("messages")
                .addObject());
        return body.toString();
    }

    private static String status(String recipient, String callback, String error) {
        ObjectNode body = body();
        ObjectNode value = (ObjectNode) body.at("/entry/0/changes/0/value");
        ObjectNode status = value.putArray("statuses").addObject();
        status.put("status", "failed").put("recipient_id", recipient).put("biz_opaque_callback_data", callback);
        status.putArray("errors")
                .addObject()
                .put("code", Long.parseLong(recipient))
                .put("title", error);
        value.putArray("errors")
                .addObject()
                .put("code", Long.parseLong(recipient))
                .put("message", error);
        return body.toString();
    }

    private static ObjectNode body() {
        ObjectNode body = CanaryMessages.object().put("object", "whatsapp_business_account");
        ObjectNode change =
                body.putArray("entry").addObject().putArray("changes").addObject();
        change.put("field", "messages")
                .putObject("value")
                .putObject("metadata")
                .put("phone_number_id", HuntTown.PHONE_NUMBER_ID);
        return body;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
