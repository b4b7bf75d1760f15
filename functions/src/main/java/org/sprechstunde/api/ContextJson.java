package org.sprechstunde.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageContext.Forwarding;

/** What surrounds a message, in JSON. */
final class ContextJson {
    private ContextJson() {}

    static void add(ObjectNode message, MessageContext context) {
        context.quote().ifPresent(quote -> {
            ObjectNode json = message.putObject("quote");
            quote.message().ifPresent(id -> json.put("message", id.toString()));
        });
        if (context.forwarding() != Forwarding.NONE) {
            message.put("forwarded", context.forwarding().name().toLowerCase(Locale.ROOT));
        }
        context.referral().ifPresent(referral -> {
            ObjectNode json = message.putObject("referral");
            referral.heading().ifPresent(text -> json.put("heading", text));
            referral.address().ifPresent(text -> json.put("address", text));
        });
    }
}
