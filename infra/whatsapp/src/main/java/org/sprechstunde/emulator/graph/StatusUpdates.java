package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.Set;
import org.sprechstunde.emulator.chat.Chats;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.DeliveryTick;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.variants.Variant;
import org.sprechstunde.emulator.variants.Variants;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.webhook.Envelope;
import org.sprechstunde.emulator.webhook.WebhookDelivery;
import org.sprechstunde.emulator.webhook.WebhookSender;

/** Ticks on the town's messages: on the phone at once, to the town by webhook. */
public final class StatusUpdates {
    private final Post post;
    private final Chats chats;
    private final Clock clock;

    /** How statuses get to the town. */
    public record Post(Envelope envelope, WebhookSender webhookSender, Variants variants) {
        private void send(String lane, ObjectNode body) {
            webhookSender.post(
                    new WebhookDelivery(FaultPoint.STATUS_WEBHOOK, body, Set.of("status " + lane), () -> {}));
        }
    }

    public StatusUpdates(Post post, Chats chats, Clock clock) {
        this.post = post;
        this.chats = chats;
        this.clock = clock;
    }

    /** The message has come this far: {@code SENT}, {@code DELIVERED} or {@code READ}. */
    public void tick(Citizen citizen, ObjectNode message, DeliveryTick tick) {
        if (!chats.tick(message.path("id").asText(), tick, OptionalInt.empty())) {
            return;
        }
        ObjectNode status = status(message, tick).put("recipient_user_id", citizen.bsuid());
        citizen.phone().ifPresent(phone -> status.put("recipient_id", phone));
        // Meta names the price when it is sent and once more when it has arrived.
        if (tick != DeliveryTick.READ) {
            price(status, message);
        }
        post.send(citizen.bsuid(), post.envelope().status(citizen, status));
    }

    /** The message will never arrive; failures name the BSUID only if the town wrote to it. */
    void failed(Addressee to, ObjectNode message, int code) {
        chats.tick(message.path("id").asText(), DeliveryTick.FAILED, OptionalInt.of(code));
        ObjectNode status = status(message, DeliveryTick.FAILED);
        status.put(to.byPhone() ? "recipient_id" : "recipient_user_id", to.byPhone() ? to.envelope() : to.input());
        status.putArray("errors").add(GraphError.later(code).inStatus());
        post.send(to.input(), post.envelope().status(status));
    }

    private ObjectNode status(ObjectNode message, DeliveryTick tick) {
        ObjectNode status = JsonTrees.object()
                .put("id", message.path("id").asText())
                .put("status", tick.word())
                .put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        JsonTrees.text(message, "biz_opaque_callback_data")
                .filter(_ -> !post.variants().has(Variant.NO_CALLBACK_DATA))
                .ifPresent(data -> status.put("biz_opaque_callback_data", data));
        return status;
    }

    private static void price(ObjectNode status, ObjectNode message) {
        status.putObject("pricing")
                .put("billable", true)
                .put("pricing_model", "PMP")
                .put("type", "regular")
                .put("category", message.path("type").asText().equals("template") ? "utility" : "service");
    }
}
