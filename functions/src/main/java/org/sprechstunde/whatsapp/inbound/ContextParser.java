package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageContext.Forwarding;
import org.sprechstunde.enquiry.MessageContext.Referral;
import org.sprechstunde.platform.Graphemes;
import org.sprechstunde.platform.Json;

/** Reads what surrounds a message. */
final class ContextParser {
    private static final int LONGEST = 500;

    private ContextParser() {}

    /** Without the quoted message, which only the table can find. */
    static MessageContext parse(JsonNode message) {
        return new MessageContext(
                Optional.empty(), forwarding(message.path("context")), referral(message.path("referral")));
    }

    /** WhatsApp's id of the message that this one answers. */
    static Optional<String> quoted(JsonNode message) {
        return Json.text(message.path("context"), "id");
    }

    private static Forwarding forwarding(JsonNode context) {
        if (context.path("frequently_forwarded").asBoolean()) {
            return Forwarding.OFTEN;
        }
        return context.path("forwarded").asBoolean() ? Forwarding.ONCE : Forwarding.NONE;
    }

    /** Never the click's id, which is there to follow people. */
    private static Optional<Referral> referral(JsonNode referral) {
        Optional<String> heading = line(referral, "headline").or(() -> line(referral, "body"));
        Optional<String> address = line(referral, "source_url");
        return heading.isPresent() || address.isPresent()
                ? Optional.of(new Referral(heading, address))
                : Optional.empty();
    }

    private static Optional<String> line(JsonNode json, String field) {
        return Json.text(json, field).map(text -> Graphemes.beginning(text, LONGEST));
    }
}
