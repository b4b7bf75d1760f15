package org.sprechstunde.reply;

import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.CallbackData;
import org.sprechstunde.whatsapp.OutboundMessage;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;

/** Sends what is written down, and marks what came of it. */
final class Dispatch {
    private final Table table;
    private final WhatsAppClient whatsApp;
    private final DeliveryUpdates updates;

    Dispatch(Table table, WhatsAppClient whatsApp, Pause pause) {
        this.table = table;
        this.whatsApp = whatsApp;
        this.updates = new DeliveryUpdates(table, pause);
    }

    /** The message as it stands after sending; without a word from WhatsApp it stays pending and is never sent again. */
    Message send(Enquiry enquiry, Message message, Ready ready, ResendPolicy resendPolicy) {
        Optional<CallbackData> callback = Optional.of(new CallbackData(enquiry.id(), message.id()));
        OutboundMessage outboundMessage =
                new OutboundMessage(enquiry.identity(), ready.outgoing(), ready.quoted(), callback);
        return switch (resendPolicy.ask(() -> whatsApp.send(outboundMessage), SendResult::isWorthAnotherTry)) {
            case SendResult.Accepted _ -> {
                Log.event(LogEvent.REPLY_SENT, LogField.enquiry(enquiry.id()));
                yield marked(enquiry, message, new Delivery(Delivery.State.ACCEPTED, OptionalLong.empty()));
            }
            case SendResult.Refused(OptionalLong code) -> {
                Log.event(LogEvent.REPLY_REFUSED, LogField.enquiry(enquiry.id()), LogField.code(code.orElse(0)));
                Message failed = marked(enquiry, message, new Delivery(Delivery.State.FAILED, code));
                deleteCopy(enquiry, message, ready);
                yield failed;
            }
            case SendResult.Unclear _ -> {
                Log.event(LogEvent.REPLY_UNCLEAR, LogField.enquiry(enquiry.id()));
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
                ready.copyAtWhatsApp().map(whatsApp::deleteMedia).stream().anyMatch(BestEffort.DONE::equals);
        if (gone) {
            table.update(MessageUpdates.copyDeleted(ItemKey.message(enquiry.id(), message.id())));
        }
    }
}
