package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.web.JsonTrees;

/** What a phone can send too, though hardly anybody sends it to a town hall. */
public enum UnsupportedKind {
    POLL,
    GIF,
    VIEW_ONCE,
    /** As it came before Meta named what it does not carry. */
    EVENT,
    /** A file of more than 100 MB, of which the town learns no more than that. */
    TOO_BIG,
    ORDER,
    /** The first words after a tap on an advertisement. */
    AD,
    GROUP,
    FLOW,
    /** The chat was opened for the first time; nothing is written yet. */
    WELCOME;

    private static final int UNKNOWN_TYPE = 131051;
    private static final int NOT_FETCHED = 131052;

    /**
     * The kind that the control API calls {@code word}, such as {@code view-once}.
     *
     * @throws IllegalArgumentException with a sentence if there is no such kind
     */
    static UnsupportedKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing rare is called " + word));
    }

    void write(ObjectNode message) {
        switch (this) {
            case POLL -> unsupported(message).putObject("unsupported").put("type", "poll_creation");
            case GIF -> unsupported(message).putObject("unsupported").put("type", "gif");
            case VIEW_ONCE -> unsupported(message).putObject("unsupported").put("type", "media_placeholder");
            case EVENT -> unsupported(message);
            case TOO_BIG -> error(message.put("type", "unsupported"), NOT_FETCHED, "Media download error");
            case ORDER -> order(message.put("type", "order").putObject("order"));
            case AD -> referral(text(message, "Ich komme über Ihre Anzeige.").putObject("referral"));
            case GROUP -> text(message, "Hallo alle zusammen!").put(ChatMessage.GROUP, "Y2FwaV9ncm91cDox");
            case FLOW -> flow(message.put("type", "interactive").putObject("interactive"));
            case WELCOME -> message.put("type", "request_welcome");
        }
    }

    private static ObjectNode unsupported(ObjectNode message) {
        return error(message.put("type", "unsupported"), UNKNOWN_TYPE, "Message type unknown");
    }

    private static ObjectNode error(ObjectNode message, int code, String title) {
        ObjectNode error = message.putArray("errors").addObject();
        error.put("code", code).put("title", title).put("message", title);
        error.putObject("error_data").put("details", title + ".");
        return message;
    }

    private static ObjectNode text(ObjectNode message, String body) {
        message.put("type", "text").putObject("text").put("body", body);
        return message;
    }

    private static void order(ObjectNode order) {
        order.put("catalog_id", "194836987003835").put("text", "Bitte einmal zum Mitnehmen.");
        order.putArray("product_items")
                .addObject()
                .put("product_retailer_id", "ortschronik")
                .put("quantity", 1)
                .put("item_price", 12.5)
                .put("currency", "EUR");
    }

    private static void referral(ObjectNode referral) {
        referral.put("source_url", "https://fb.me/rathaus")
                .put("source_id", "120208000000000000")
                .put("source_type", "ad")
                .put("headline", "Sprechstunde der Bürgermeisterin")
                .put("body", "Schreiben Sie uns.")
                .put("media_type", "image")
                .put("image_url", "https://scontent.example/rathaus.jpg")
                .put("ctwa_clid", "ARAkLkA8rmlFeiCktEJQ");
        referral.putObject("welcome_message").put("text", "Wie können wir helfen?");
    }

    private static void flow(ObjectNode interactive) {
        ObjectNode answers = JsonTrees.object().put("flow_token", "unused").put("datum", "2026-12-01");
        interactive
                .put("type", "nfm_reply")
                .putObject("nfm_reply")
                .put("name", "flow")
                .put("body", "Sent")
                .put("response_json", answers.toString());
    }
}
