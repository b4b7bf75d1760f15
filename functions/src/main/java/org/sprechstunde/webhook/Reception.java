package org.sprechstunde.webhook;

import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Response;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.Inbound;
import org.sprechstunde.whatsapp.Webhook;

/** Takes a whole delivery: one message that cannot be stored neither blocks nor drops its neighbours. */
final class Reception {
    private final Intake intake;
    private final Words words;
    private final Edits edits;
    private final Revocations revocations;
    private final Moves moves;
    private final Reactions reactions;
    private final Statuses statuses;

    Reception(Platform platform, Secrets secrets) {
        Table table = Table.of(platform);
        this.intake = new Intake(table, platform, secrets);
        this.words = new Words(table, platform, secrets);
        this.edits = new Edits(table, intake, platform);
        this.revocations = new Revocations(table, platform, secrets);
        this.moves = new Moves(table, platform, secrets);
        this.reactions = new Reactions(table, platform, secrets);
        this.statuses = new Statuses(table, platform, secrets);
    }

    /** Answers 200 if every message is durable; 500 if not, and WhatsApp will deliver all of it again. */
    Response take(Webhook webhook) {
        boolean durable = true;
        for (Inbound message : webhook.messages()) {
            durable &= isTaken(message);
        }
        webhook.statuses().forEach(statuses::apply);
        Account.tell(webhook);
        return Response.json(durable ? 200 : 500, Json.object());
    }

    private boolean isTaken(Inbound message) {
        try {
            return switch (message) {
                case Inbound.Written written -> intake.take(written);
                case Inbound.Asked asked -> words.take(asked);
                case Inbound.Confirmed tap -> words.take(tap);
                case Inbound.Edited edited -> edits.take(edited);
                case Inbound.Revoked revoked -> revocations.take(revoked);
                case Inbound.Reacted reacted -> reactions.take(reacted);
                case Inbound.Moved moved -> moves.take(moved);
            };
        } catch (RuntimeException e) {
            Log.event(Event.MESSAGE_NOT_STORED, Detail.cause(e));
            return false;
        }
    }
}
