package org.sprechstunde.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageContext.Forwarding;
import org.sprechstunde.enquiry.MessageContext.Quote;
import org.sprechstunde.enquiry.MessageContext.Referral;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Json;

/** A message's surroundings as the JSON that is sealed; read again by every later release. */
final class SealedContext {
    private SealedContext() {}

    static ObjectNode write(MessageContext context) {
        ObjectNode json = Json.object();
        context.quote()
                .ifPresent(quote -> json.put(
                        "quote", quote.message().map(MessageId::toString).orElse("")));
        if (context.forwarding() != Forwarding.NONE) {
            json.put("forwarding", context.forwarding().name());
        }
        context.referral().ifPresent(referral -> {
            ObjectNode from = json.putObject("referral");
            referral.heading().ifPresent(text -> from.put("heading", text));
            referral.address().ifPresent(text -> from.put("address", text));
        });
        return json;
    }

    static MessageContext read(JsonNode json) {
        Optional<Quote> quote = json.has("quote")
                ? Optional.of(new Quote(Json.text(json, "quote").flatMap(MessageId::parse)))
                : Optional.empty();
        JsonNode from = json.path("referral");
        Optional<Referral> referral = from.isObject()
                ? Optional.of(new Referral(Json.text(from, "heading"), Json.text(from, "address")))
                : Optional.empty();
        return new MessageContext(quote, forwarding(json), referral);
    }

    private static Forwarding forwarding(JsonNode json) {
        return Arrays.stream(Forwarding.values())
                .filter(value -> value.name().equals(json.path("forwarding").asText()))
                .findFirst()
                .orElse(Forwarding.NONE);
    }
}
