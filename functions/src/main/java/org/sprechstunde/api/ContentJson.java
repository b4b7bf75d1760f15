package org.sprechstunde.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageContext.Forwarding;
import org.sprechstunde.platform.Json;

/** What a message says and what surrounds it, in JSON, where it is more than words and files. */
final class ContentJson {
    /** WhatsApp could not fetch the citizen's file, mostly because it is larger than 100 MB. */
    private static final long FILE = 131_052;

    /** Gone before WhatsApp could pass it on. */
    private static final long UNAVAILABLE = 131_060;

    private ContentJson() {}

    static void add(ObjectNode message, MessageContent.Location location) {
        ObjectNode json = message.putObject("location");
        location.point()
                .ifPresent(point -> json.put("latitude", point.latitude()).put("longitude", point.longitude()));
        location.name().ifPresent(name -> json.put("name", name));
        location.address().ifPresent(address -> json.put("address", address));
        location.url().ifPresent(url -> json.put("url", url));
    }

    static void add(ObjectNode message, MessageContent.Contacts contacts) {
        contacts.cards().forEach(card -> message.withArray("contacts").add(card(card)));
    }

    static void add(ObjectNode message, List<MessageContent.Line> lines) {
        var array = message.putArray("lines");
        lines.forEach(line -> array.addObject().put("label", line.label()).put("value", line.value()));
    }

    static void add(ObjectNode message, MessageContent.Unknown unknown) {
        ObjectNode json = message.putObject("unsupported").put("kind", unknown.word());
        unknown.code()
                .ifPresent(code -> json.put("reason", code == FILE ? "file" : code == UNAVAILABLE ? "gone" : "kind"));
    }

    /** What surrounds the message: what it answers, where it came from. */
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

    private static ObjectNode card(MessageContent.Card card) {
        ObjectNode json = Json.object();
        card.name().ifPresent(name -> json.put("name", name));
        card.organisation().ifPresent(name -> json.put("organisation", name));
        card.department().ifPresent(name -> json.put("department", name));
        MessageContent.Reach reach = card.reach();
        reach.phones().forEach(json.putArray("phones")::add);
        reach.emails().forEach(json.putArray("emails")::add);
        reach.addresses().forEach(json.putArray("addresses")::add);
        reach.urls().forEach(json.putArray("urls")::add);
        return json;
    }
}
