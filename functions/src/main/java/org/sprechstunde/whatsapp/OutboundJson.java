package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Json;

/** A message to a citizen as WhatsApp wants it. */
final class OutboundJson {
    private static final String CARRIED_BACK = "biz_opaque_callback_data";

    /** With this, statuses of what nobody asks for are told from those that WhatsApp carries nothing back with. */
    private static final String NOBODY_ASKS = "-";

    private OutboundJson() {}

    static ObjectNode of(OutboundMessage outboundMessage, CarriedIds carried) {
        ObjectNode message = to(outboundMessage.citizen());
        outboundMessage.quoted().ifPresent(wamid -> message.putObject("context").put("message_id", wamid));
        outboundMessage.callback().ifPresent(ids -> message.put(CARRIED_BACK, carried.seal(ids.toString())));
        switch (outboundMessage.content()) {
            case OutboundMessage.Text(String body) ->
                message.put("type", "text").putObject("text").put("body", body).put("preview_url", false);
            case OutboundMessage.Reaction(String wamid, String emoji) ->
                message.put("type", "reaction")
                        .putObject("reaction")
                        .put("message_id", wamid)
                        .put("emoji", emoji);
            case OutboundMessage.Image(String id, Optional<String> caption) -> file(message, "image", id, caption);
            case OutboundMessage.Document(String id, Optional<String> caption, Optional<String> name) -> {
                ObjectNode document = file(message, "document", id, caption);
                name.ifPresent(text -> document.put("filename", text));
            }
            case OutboundMessage.Template template -> write(message.put("type", "template"), template);
        }
        return message;
    }

    private static ObjectNode file(ObjectNode message, String type, String id, Optional<String> caption) {
        ObjectNode file = message.put("type", type).putObject(type).put("id", id);
        caption.ifPresent(text -> file.put("caption", text));
        return file;
    }

    private static void write(ObjectNode message, OutboundMessage.Template template) {
        ObjectNode json = message.putObject("template").put("name", template.name());
        json.putObject("language").put("code", template.language());
        if (!template.parameters().isEmpty()) {
            ArrayNode gaps =
                    json.putArray("components").addObject().put("type", "body").putArray("parameters");
            template.parameters()
                    .forEach(text -> gaps.addObject().put("type", "text").put("text", text));
        }
    }

    /**
     * By user id where it is known, else by phone: a number may be somebody else's by now, a user id never. Not by both, for
     * WhatsApp would take the number alone.
     */
    static ObjectNode to(Identity citizen) {
        ObjectNode message = Json.object()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put(CARRIED_BACK, NOBODY_ASKS);
        // Numbers are handed on to others, so the user id goes first.
        return citizen.bsuid()
                .map(bsuid -> message.put("recipient", bsuid))
                .or(() -> citizen.phone().map(phone -> message.put("to", phone)))
                .orElseGet(() -> message.put("recipient", citizen.parent().orElseThrow()));
    }
}
