package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Stores;
import org.sprechstunde.whatsapp.MessageTemplates;
import org.sprechstunde.whatsapp.WhatsAppClient;

/**
 * Sends an answer at most once. It is written down as pending before it is sent, so that a crash in
 * between shows as "unknown" and is never repeated; the status webhook settles it.
 */
final class ReplySender {
    private final Secrets secrets;
    private final WhatsAppClient whatsApp;
    private final ReplyPreparation preparation;
    private final ReplyTransaction replyTransaction;
    private final Dispatch dispatch;

    sealed interface Result permits Sent, ReplyResult {}

    record Sent(Message message) implements Result {}

    ReplySender(Stores stores, Platform platform, Secrets secrets) {
        Enquiries enquiries = new Enquiries(stores.table(), platform.clock());
        this.secrets = secrets;
        this.whatsApp = new WhatsAppClient(platform, secrets);
        this.preparation = new ReplyPreparation(
                enquiries, MessageTemplates.of(platform.settings()), new AttachmentSender(stores, whatsApp));
        this.replyTransaction = new ReplyTransaction(stores.table(), enquiries, platform);
        this.dispatch = new Dispatch(stores.table(), whatsApp, platform.pause());
    }

    /** A key that has already sent is not even prepared again: what it quoted may be gone by now. */
    Result send(Enquiry enquiry, String idempotencyKey, ReplyRequest replyRequest, ResendPolicy resendPolicy) {
        String mark =
                new Pseudonyms(secrets.current().pepperKey()).reply(enquiry.id().value(), idempotencyKey);
        Optional<ReplyResult> before = replyTransaction.before(enquiry, mark, replyRequest);
        if (before.isPresent()) {
            return before.get();
        }
        return switch (preparation.of(enquiry, replyRequest, resendPolicy)) {
            case Refused refused -> refused;
            case Ready ready -> send(enquiry, new ReplyOrder(mark, replyRequest, ready), resendPolicy);
        };
    }

    private Result send(Enquiry enquiry, ReplyOrder order, ResendPolicy resendPolicy) {
        return switch (writtenDown(enquiry, order)) {
            case ReplyTransaction.Written(Enquiry open, Message message) ->
                new Sent(dispatch.send(open, message, order.ready(), resendPolicy));
            case ReplyResult nothing -> nothing;
        };
    }

    /** What was brought to WhatsApp for an answer that cannot be written down goes at once: nobody else knows of it. */
    private ReplyTransaction.Result writtenDown(Enquiry enquiry, ReplyOrder order) {
        boolean isWritten = false;
        try {
            ReplyTransaction.Result result = replyTransaction.write(enquiry, order);
            isWritten = result instanceof ReplyTransaction.Written;
            return result;
        } finally {
            if (!isWritten) {
                order.ready().copyAtWhatsApp().ifPresent(whatsApp::deleteMedia);
            }
        }
    }
}
