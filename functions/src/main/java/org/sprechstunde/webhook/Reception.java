package org.sprechstunde.webhook;

import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Response;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.Inbound;
import org.sprechstunde.whatsapp.Status;
import org.sprechstunde.whatsapp.Webhook;

/** Takes a whole delivery: one message that cannot be stored neither blocks nor drops its neighbours. */
final class Reception {
    private final Intake intake;
    private final Words words;
    private final Edits edits;
    private final Revocations revocations;
    private final Moves moves;
    private final DeliveryUpdates updates;

    Reception(Platform platform, Secrets secrets) {
        Table table = Table.of(platform);
        this.intake = new Intake(table, platform, secrets);
        this.words = new Words(table, platform, secrets);
        this.edits = new Edits(table, intake, platform);
        this.revocations = new Revocations(table, platform, secrets);
        this.moves = new Moves(table, platform, secrets);
        this.updates = new DeliveryUpdates(table, platform.pause());
    }

    /** Answers 200 if every message is durable; 500 if not, and WhatsApp will deliver all of it again. */
    Response take(Webhook webhook) {
        boolean durable = true;
        for (Inbound message : webhook.messages()) {
            durable &= isTaken(message);
        }
        webhook.statuses().forEach(this::apply);
        webhook.problems().forEach(code -> Log.event(Event.WHATSAPP_PROBLEM, Detail.code(code)));
        if (webhook.declined() > 0) {
            Log.event(Event.GROUP_MESSAGE_DECLINED, Detail.count(webhook.declined()));
        }
        if (webhook.ignored() > 0) {
            Log.event(Event.WEBHOOK_IGNORED, Detail.count(webhook.ignored()));
        }
        return Response.json(durable ? 200 : 500, Json.object());
    }

    /** A status of a forgotten answer finds nothing and is forgotten as well. */
    private void apply(Status status) {
        var delivery = new Delivery(status.state(), status.code());
        boolean moved = updates.move(status.enquiry(), status.message(), delivery);
        Log.event(moved ? Event.STATUS_APPLIED : Event.STATUS_FORGOTTEN, Detail.what(status.state()));
    }

    private boolean isTaken(Inbound message) {
        try {
            return switch (message) {
                case Inbound.Written written -> intake.take(written);
                case Inbound.Asked asked -> words.take(asked);
                case Inbound.Confirmed tap -> words.take(tap);
                case Inbound.Edited edited -> edits.take(edited);
                case Inbound.Revoked revoked -> revocations.take(revoked);
                case Inbound.Moved moved -> moves.take(moved);
            };
        } catch (RuntimeException e) {
            Log.event(Event.MESSAGE_NOT_STORED, Detail.cause(e));
            return false;
        }
    }
}
