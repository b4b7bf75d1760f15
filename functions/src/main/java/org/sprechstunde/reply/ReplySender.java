package org.sprechstunde.reply;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.reply.ReplyPreparation.Ready;
import org.sprechstunde.reply.ReplySettlement.Sending;
import org.sprechstunde.store.SendingLease;
import org.sprechstunde.whatsapp.CallbackData;
import org.sprechstunde.whatsapp.OutboundMessage;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;

/**
 * Sends an answer at most once. It is written down as pending before it is sent, so that a crash in
 * between shows as "unknown" and is never repeated; the status webhook settles it.
 */
final class ReplySender {
    private final Services services;
    private final Secrets secrets;
    private final WhatsAppClient whatsApp;
    private final ReplyPreparation preparation;
    private final ReplyTransaction replyTransaction;
    private final SecondSending secondSending;
    private final ReplySettlement settlement;

    ReplySender(Services services) {
        this.services = services;
        this.secrets = services.secrets();
        this.whatsApp = WhatsAppClient.of(services);
        this.preparation = new ReplyPreparation(services);
        this.replyTransaction = new ReplyTransaction(services);
        this.secondSending = new SecondSending(services, preparation);
        this.settlement = new ReplySettlement(services);
    }

    /** What somebody wants to be sent, once for each key. */
    record Letter(String idempotencyKey, ReplyRequest request, Person author) {}

    /** A key that has already sent is not even prepared again: what it quoted may be gone by now. */
    ReplyResult send(Enquiry enquiry, Letter letter, Retry retry) {
        ReplyRequest request = letter.request();
        String mark = Pseudonyms.current(secrets).reply(enquiry.id().value(), letter.idempotencyKey());
        Optional<ReplyResult.NotSent> before = replyTransaction.before(enquiry, mark, request);
        if (before.isPresent()) {
            return before.get();
        }
        if (enquiry.handling().hasPassed(letter.author(), request.seen())) {
            return new ReplyResult.Refused(Problem.ANSWERED);
        }
        if (request instanceof ReplyRequest.Again again) {
            return sendAgain(enquiry, new SecondSending.Order(mark, again, letter.author()), retry);
        }
        return switch (preparation.of(enquiry, request, retry)) {
            case ReplyResult.Refused refused -> refused;
            case Ready ready -> {
                var order = new ReplyTransaction.Order(mark, request, ready, letter.author());
                yield send(enquiry, order, retry);
            }
        };
    }

    private ReplyResult sendAgain(Enquiry enquiry, SecondSending.Order order, Retry retry) {
        return switch (secondSending.begin(enquiry, order)) {
            case SecondSending.Begun(Message message, Ready ready) -> {
                var lease = SendingLease.on(services, enquiry, WhatsAppClient.LONGEST_CALL);
                yield sent(new Sending(enquiry, message, ready, lease, OptionalLong.empty()), retry);
            }
            case ReplyResult.NotSent nothing -> nothing;
        };
    }

    private ReplyResult send(Enquiry enquiry, ReplyTransaction.Order order, Retry retry) {
        return switch (writtenDown(enquiry, order)) {
            case ReplyTransaction.Written(Enquiry open, Message message) -> {
                var lease = SendingLease.held(services, open, WhatsAppClient.LONGEST_CALL);
                var seen = OptionalLong.of(order.request().seen());
                yield sent(new Sending(open, message, order.ready(), lease, seen), retry);
            }
            case ReplyResult.NotSent nothing -> nothing;
        };
    }

    /** What was brought to WhatsApp for an answer that cannot be written down goes at once: nobody else knows of it. */
    private ReplyTransaction.Result writtenDown(Enquiry enquiry, ReplyTransaction.Order order) {
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

    /** The message as it stands after sending; without a word from WhatsApp it is unclear, and not sent again by itself. */
    private ReplyResult sent(Sending sending, Retry retry) {
        return retry.ask(
                        RetryPolicy.WHATSAPP,
                        () -> sending.lease().next().map(standing -> whatsApp.send(outbound(standing, sending))),
                        result -> result.filter(SendResult::isWorthAnotherTry).isPresent(),
                        result -> result.map(SendResult::patience).orElse(Duration.ZERO))
                .<ReplyResult>map(result -> new ReplyResult.Sent(settlement.of(sending, result)))
                .orElseGet(() -> {
                    Log.event(
                            LogEvent.REPLY_TAKEN_BACK,
                            LogField.enquiry(sending.enquiry().id()));
                    return new ReplyResult.Refused(Problem.ERASED);
                });
    }

    private static OutboundMessage outbound(Enquiry standing, Sending sending) {
        var callback = new CallbackData(standing.id(), sending.message().id());
        Ready ready = sending.ready();
        return new OutboundMessage(standing.identity(), ready.outgoing(), ready.quoted(), Optional.of(callback));
    }
}
