package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Stores;
import org.sprechstunde.whatsapp.Templates;
import org.sprechstunde.whatsapp.WhatsApp;

/**
 * Sends an answer at most once. It is written down as pending before it is sent, so that a crash in
 * between shows as "unknown" and is never repeated; the status webhook settles it.
 */
final class Outbox {
    private final Secrets secrets;
    private final WhatsApp whatsApp;
    private final Preparation preparation;
    private final WritingDown writingDown;
    private final Dispatch dispatch;

    sealed interface Result permits Sent, NotSent {}

    record Sent(Message message) implements Result {}

    Outbox(Stores stores, Platform platform, Secrets secrets) {
        Enquiries enquiries = new Enquiries(stores.table(), platform.clock());
        this.secrets = secrets;
        this.whatsApp = new WhatsApp(platform, secrets);
        this.preparation =
                new Preparation(enquiries, Templates.of(platform.settings()), new Enclosing(stores, whatsApp));
        this.writingDown = new WritingDown(stores.table(), enquiries, platform);
        this.dispatch = new Dispatch(stores.table(), whatsApp, platform.pause());
    }

    /** A key that has already sent is not even prepared again: what it quoted may be gone by now. */
    Result send(Enquiry enquiry, String idempotencyKey, Draft draft, Patience patience) {
        String mark =
                new Pseudonyms(secrets.current().pepperKey()).reply(enquiry.id().value(), idempotencyKey);
        Optional<NotSent> before = writingDown.before(enquiry, mark, draft);
        if (before.isPresent()) {
            return before.get();
        }
        return switch (preparation.of(enquiry, draft, patience)) {
            case Refused refused -> refused;
            case Ready ready -> send(enquiry, new Order(mark, draft, ready), patience);
        };
    }

    private Result send(Enquiry enquiry, Order order, Patience patience) {
        return switch (writtenDown(enquiry, order)) {
            case WritingDown.Written(Enquiry open, Message message) ->
                new Sent(dispatch.send(open, message, order.ready(), patience));
            case NotSent nothing -> nothing;
        };
    }

    /** What was brought to WhatsApp for an answer that cannot be written down goes at once: nobody else knows of it. */
    private WritingDown.Result writtenDown(Enquiry enquiry, Order order) {
        boolean isWritten = false;
        try {
            WritingDown.Result result = writingDown.write(enquiry, order);
            isWritten = result instanceof WritingDown.Written;
            return result;
        } finally {
            if (!isWritten) {
                order.ready().copyAtWhatsApp().ifPresent(whatsApp::deleteMedia);
            }
        }
    }
}
