package org.sprechstunde.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Handling;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Preview;
import org.sprechstunde.platform.Json;

/** An enquiry in JSON. Times are ISO 8601 in UTC; what is unknown is left out. */
public final class EnquiryJson {
    private EnquiryJson() {}

    public static ObjectNode summary(Enquiry enquiry) {
        ObjectNode json = Json.object().put("id", enquiry.id().value());
        enquiry.identity().displayName().ifPresent(name -> json.put("name", name));
        enquiry.identity().phone().ifPresent(digits -> json.put("phone", "+" + digits));
        if (!enquiry.identity().isTold()) {
            json.put("senderUnknown", true);
        }
        if (enquiry.urgent()) {
            json.put("urgent", true);
        }
        json.set("preview", preview(enquiry.preview()));
        json.put("openedAt", enquiry.opened().toString())
                .put("lastMessageAt", enquiry.lastMessage().toString())
                .put("lastInboundAt", enquiry.lastInbound().toString());
        enquiry.waitingSince().ifPresent(since -> json.put("waitingSince", since.toString()));
        enquiry.times().undelivered().ifPresent(time -> json.put("undeliveredAt", time.toString()));
        enquiry.times().postponedUntil().ifPresent(time -> json.put("postponedUntil", time.toString()));
        Handling handling = enquiry.handling();
        handling.assigned().ifPresent(person -> json.set("assigned", PersonJson.of(person)));
        handling.answered().ifPresent(answered -> json.set("answeredBy", PersonJson.of(answered.by())));
        if (enquiry.times().postponedUntil().isPresent()) {
            handling.postponedBy().ifPresent(person -> json.set("postponedBy", PersonJson.of(person)));
        }
        if (isUnread(enquiry)) {
            json.put("unread", true);
        }
        return json.put("replyUntil", enquiry.replyUntil().toString())
                .put("expiresAt", enquiry.expires().toString())
                .put("inbound", enquiry.inbound())
                .put("outbound", enquiry.outbound())
                .put(Revision.NAME, enquiry.revision());
    }

    /** Whether something came that the mayor has not opened; where nobody knows, who was answered was read. */
    private static boolean isUnread(Enquiry enquiry) {
        var seen = enquiry.version().seen();
        return seen.isPresent()
                ? enquiry.version().news() > seen.getAsLong()
                : enquiry.waitingSince().isPresent();
    }

    public static ObjectNode citizen(Identity identity) {
        ObjectNode json = Json.object();
        identity.name().ifPresent(name -> json.put("name", name));
        identity.username().ifPresent(name -> json.put("username", name));
        identity.phone().ifPresent(digits -> json.put("phone", "+" + digits));
        return json;
    }

    private static ObjectNode preview(Preview preview) {
        ObjectNode json = Json.object()
                .put("direction", preview.direction().name().toLowerCase(Locale.ROOT))
                .put("kind", preview.kind());
        preview.text().ifPresent(text -> json.put("text", text));
        return json;
    }
}
