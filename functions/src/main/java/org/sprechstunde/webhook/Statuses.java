package org.sprechstunde.webhook;

import java.time.Clock;
import java.util.List;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.DeliveryState;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.Keys;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TownReactions;
import org.sprechstunde.store.Writes;
import org.sprechstunde.whatsapp.Blockage;
import org.sprechstunde.whatsapp.Status;
import org.sprechstunde.whatsapp.Wamid;

/** Moves the mayor's answers on as WhatsApp tells of them, and notes by which id a citizen may quote them. */
final class Statuses {
    private final Table table;
    private final Writes writes;
    private final DeliveryUpdates updates;
    private final Secrets secrets;
    private final Clock clock;

    Statuses(Table table, Platform platform, Secrets secrets) {
        this.table = table;
        this.writes = new Writes(table);
        this.updates = new DeliveryUpdates(table, platform.pause());
        this.secrets = secrets;
        this.clock = platform.clock();
    }

    /** A status of a forgotten answer finds nothing and is forgotten as well. */
    void apply(Status status) {
        var delivery = new Delivery(status.state(), status.code());
        boolean moved = status.reaction()
                .map(token -> reacted(status, token))
                .orElseGet(() -> updates.move(status.enquiry(), status.message(), delivery) && noted(status));
        Log.event(moved ? Event.STATUS_APPLIED : Event.STATUS_FORGOTTEN, Detail.what(status.state()));
        Blockage.tell(delivery.reason());
    }

    /** As of every message of a citizen: a keyed hash and random ids, so that quotes and reactions find it. */
    private boolean noted(Status status) {
        status.wamid().ifPresent(wamid -> {
            String seen = new Pseudonyms(secrets.current().pepperKey()).message(Wamid.token(wamid));
            SeenMark mark = new SeenMark(seen, status.enquiry(), status.message());
            table.transact(List.of(writes.put(mark.write(clock.instant()))));
        });
        return true;
    }

    /** The mayor's emoji is shown since WhatsApp took it; only that it did not arrive changes something. */
    private boolean reacted(Status status, RandomId token) {
        Keys message = Keys.message(status.enquiry(), status.message());
        return status.state() == DeliveryState.FAILED && table.update(TownReactions.failed(message, token));
    }
}
