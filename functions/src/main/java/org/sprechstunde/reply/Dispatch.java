package org.sprechstunde.reply;

import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Courtesy;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.DeliveryState;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.Keys;
import org.sprechstunde.store.MessageChanges;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.Callback;
import org.sprechstunde.whatsapp.Letter;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsApp;

/** Sends what is written down, and marks what came of it. */
final class Dispatch {
    private final Table table;
    private final WhatsApp whatsApp;
    private final DeliveryUpdates updates;

    Dispatch(Table table, WhatsApp whatsApp, Pause pause) {
        this.table = table;
        this.whatsApp = whatsApp;
        this.updates = new DeliveryUpdates(table, pause);
    }

    /** The message as it stands after sending; without a word from WhatsApp it stays pending and is never sent again. */
    Message send(Enquiry enquiry, Message message, Ready ready, Patience patience) {
        Optional<Callback> callback = Optional.of(new Callback(enquiry.id(), message.id()));
        Letter letter = new Letter(enquiry.identity(), ready.outgoing(), ready.quoted(), callback);
        return switch (patience.ask(() -> whatsApp.send(letter), SendResult::isWorthAnotherTry)) {
            case SendResult.Accepted _ -> {
                Log.event(Event.REPLY_SENT, Detail.enquiry(enquiry.id()));
                yield marked(enquiry, message, new Delivery(DeliveryState.ACCEPTED, OptionalLong.empty()));
            }
            case SendResult.Refused(OptionalLong code) -> {
                Log.event(Event.REPLY_REFUSED, Detail.enquiry(enquiry.id()), Detail.code(code.orElse(0)));
                Message failed = marked(enquiry, message, new Delivery(DeliveryState.FAILED, code));
                deleteCopy(enquiry, message, ready);
                yield failed;
            }
            case SendResult.Unclear _ -> {
                Log.event(Event.REPLY_UNCLEAR, Detail.enquiry(enquiry.id()));
                yield message;
            }
        };
    }

    private Message marked(Enquiry enquiry, Message message, Delivery delivery) {
        updates.move(enquiry.id(), message.id(), delivery);
        return message.with(delivery);
    }

    /** Nobody will get to see it; if it cannot be deleted now, resolving asks again. */
    private void deleteCopy(Enquiry enquiry, Message message, Ready ready) {
        boolean gone =
                ready.copyAtWhatsApp().map(whatsApp::deleteMedia).stream().anyMatch(Courtesy.DONE::equals);
        if (gone) {
            table.update(MessageChanges.copyDeleted(Keys.message(enquiry.id(), message.id())));
        }
    }
}
