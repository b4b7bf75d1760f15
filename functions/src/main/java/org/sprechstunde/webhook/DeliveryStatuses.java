package org.sprechstunde.webhook;

import java.time.Clock;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.SendingBlocked;
import org.sprechstunde.whatsapp.inbound.DeliveryStatus;
import org.sprechstunde.whatsapp.inbound.Wamid;

/** Moves the mayor's answers on as WhatsApp tells of them, and notes by which id a citizen may quote them. */
final class DeliveryStatuses {
    private final Table table;
    private final DeliveryUpdates updates;
    private final Secrets secrets;
    private final Clock clock;

    DeliveryStatuses(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.updates = new DeliveryUpdates(table);
        this.secrets = services.secrets();
        this.clock = platform.clock();
    }

    /** A status of a forgotten answer finds nothing and is forgotten as well. */
    void apply(DeliveryStatus status) {
        var delivery = new Delivery(status.state(), status.code());
        boolean moved = status.reaction()
                .map(token -> reacted(status, token))
                .orElseGet(() -> updates.move(status.enquiry(), status.message(), delivery) && noted(status));
        Log.event(moved ? LogEvent.STATUS_APPLIED : LogEvent.STATUS_FORGOTTEN, LogField.what(status.state()));
        SendingBlocked.tell(delivery.reason());
    }

    /** As of every message of a citizen: a keyed hash and random ids, so that quotes and reactions find it. */
    private boolean noted(DeliveryStatus status) {
        status.wamid().ifPresent(wamid -> {
            String seen = Pseudonyms.current(secrets).message(Wamid.token(wamid));
            SeenMark mark = new SeenMark(seen, status.enquiry(), status.message());
            table.put(mark.write(clock.instant()));
        });
        return true;
    }

    /** The mayor's emoji is shown since WhatsApp took it; only that it did not arrive changes something. */
    private boolean reacted(DeliveryStatus status, RandomId token) {
        ItemKey message = ItemKey.message(status.enquiry(), status.message());
        return status.state() == Delivery.State.FAILED && table.update(MessageUpdates.reactionFailed(message, token));
    }
}
