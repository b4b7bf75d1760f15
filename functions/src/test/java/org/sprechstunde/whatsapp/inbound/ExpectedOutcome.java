package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.MessageContext;
import org.sprechstunde.enquiry.MessageContext.Forwarding;
import org.sprechstunde.platform.Json;
import org.sprechstunde.whatsapp.CallbackData;

/** What was read from a delivery, as the corpus writes it: what is empty or absent is left out. */
final class ExpectedOutcome {
    private ExpectedOutcome() {}

    static JsonNode of(Optional<WebhookPayload> read) {
        ObjectNode json = Json.object();
        read.ifPresentOrElse(webhook -> write(json, webhook), () -> json.put("none", true));
        // Once through text, so that whole numbers of different types are the same.
        return Json.read(Json.bytes(json));
    }

    private static void write(ObjectNode json, WebhookPayload webhook) {
        list(json, "messages", webhook.messages(), (array, message) -> array.add(inbound(message)));
        list(json, "statuses", webhook.statuses(), (array, status) -> array.add(status(status)));
        list(json, "declined", webhook.declined(), (array, message) -> array.add(declined(message)));
        list(json, "skipped", webhook.skipped(), (array, why) -> array.add(why.name()));
        list(json, "notices", webhook.notices(), (array, notice) -> array.add(notice.name()));
        list(json, "problems", webhook.problems(), ArrayNode::add);
    }

    private static <T> void list(ObjectNode json, String name, List<T> values, BiConsumer<ArrayNode, T> write) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(name);
            values.forEach(value -> write.accept(array, value));
        }
    }

    private static ObjectNode status(DeliveryStatus status) {
        ObjectNode json = Json.object();
        status.callback()
                .ifPresent(ours -> json.put("message", new CallbackData(ours.enquiry(), ours.message()).toString()));
        json.put("state", status.state().name());
        status.wamid().ifPresent(id -> json.put("id", id));
        status.code().ifPresent(code -> json.put("code", code));
        return json;
    }

    private static ObjectNode declined(GroupMessage message) {
        ObjectNode json = Json.object().put("group", message.group()).put("id", message.wamid());
        json.set("who", identity(message.sender()));
        return json;
    }

    private static ObjectNode inbound(InboundEvent inbound) {
        ObjectNode json = Json.object();
        switch (inbound) {
            case InboundEvent.Written written -> written(json.put("does", "writes"), written);
            case InboundEvent.Reacted reacted -> {
                json.put("does", "reacts").put("to", reacted.original()).put("at", time(reacted.at()));
                reacted.emoji().ifPresent(emoji -> json.put("emoji", emoji));
            }
            case InboundEvent.Asked asked ->
                json.put("does", "asks").put("word", asked.word().name());
            case InboundEvent.Confirmed tap ->
                json.put("does", "confirms").put("enquiry", tap.enquiry().value());
            case InboundEvent.Edited edited -> {
                json.put("does", "edits").put("of", edited.original()).put("at", time(edited.at()));
                ExpectedContent.write(json, edited.content());
            }
            case InboundEvent.Revoked revoked -> json.put("does", "revokes").put("of", revoked.original());
            case InboundEvent.Moved moved -> {
                json.put("does", "moves").put("keepsNumber", moved.keepsNumber());
                json.set("from", identity(moved.former()));
                json.set("to", identity(moved.citizen()));
            }
        }
        if (!(inbound instanceof InboundEvent.Moved)) {
            json.set("who", identity(inbound.citizen()));
        }
        return json.put("id", inbound.wamid());
    }

    private static void written(ObjectNode json, InboundEvent.Written written) {
        json.put("at", time(written.written()));
        ExpectedContent.write(json, written.content());
        written.quoted().ifPresent(id -> json.put("quotes", id));
        MessageContext context = written.context();
        if (context.forwarding() != Forwarding.NONE) {
            json.put("forwarded", context.forwarding().name());
        }
        context.referral().ifPresent(referral -> {
            ObjectNode advertisement = json.putObject("referral");
            referral.heading().ifPresent(heading -> advertisement.put("heading", heading));
            referral.address().ifPresent(address -> advertisement.put("address", address));
        });
    }

    private static String time(Instant time) {
        return time.equals(Corpus.NOW) ? "now" : time.toString();
    }

    private static ObjectNode identity(Identity citizen) {
        ObjectNode json = Json.object();
        citizen.untold().ifPresent(token -> json.put("untold", token));
        citizen.bsuid().ifPresent(id -> json.put("bsuid", id));
        citizen.parent().ifPresent(id -> json.put("parent", id));
        citizen.phone().ifPresent(number -> json.put("phone", number));
        citizen.name().ifPresent(name -> json.put("name", name));
        citizen.username().ifPresent(name -> json.put("username", name));
        return json;
    }
}
