package org.sprechstunde.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.reply.ReplyPreparation.Ready;
import org.sprechstunde.store.AnswerAcceptance;
import org.sprechstunde.store.AnswerMarks;
import org.sprechstunde.store.AnswerMarks.Answer;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.SendingLease;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;
import org.sprechstunde.whatsapp.inbound.Wamid;

/** What is written down of an answer once WhatsApp has said what it did with it, or nothing. */
final class ReplySettlement {
    private final Table table;
    private final Secrets secrets;
    private final WhatsAppClient whatsApp;
    private final DeliveryUpdates deliveries;
    private final AnswerMarks marks;

    ReplySettlement(Services services) {
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.whatsApp = WhatsAppClient.of(services);
        this.deliveries = new DeliveryUpdates(table);
        this.marks = new AnswerMarks(table);
    }

    /**
     * An answer that is written down and goes out.
     *
     * @param seen up to which revision its writer had seen the enquiry; empty if it goes out once more
     */
    record Sending(Enquiry enquiry, Message message, Ready ready, SendingLease lease, OptionalLong seen) {}

    /** The message as it stands now. */
    Message of(Sending sending, SendResult result) {
        Enquiry enquiry = sending.enquiry();
        Message message = sending.message();
        return switch (result) {
            case SendResult.Accepted(Optional<String> wamid) -> {
                Log.event(LogEvent.REPLY_SENT, LogField.enquiry(enquiry.id()));
                yield accepted(sending, wamid.map(this::mark));
            }
            case SendResult.Refused(OptionalLong code, Duration _) -> {
                sending.lease().end();
                Log.event(LogEvent.REPLY_REFUSED, LogField.enquiry(enquiry.id()), LogField.code(code.orElse(0)));
                Message failed = moved(enquiry, message, new Delivery(Delivery.State.FAILED, code));
                deleteCopy(enquiry, message, sending.ready());
                yield failed;
            }
            case SendResult.Unclear _ -> {
                Log.event(LogEvent.REPLY_UNCLEAR, LogField.enquiry(enquiry.id()));
                yield moved(enquiry, message, new Delivery(Delivery.State.UNCLEAR, OptionalLong.empty()));
            }
        };
    }

    private Message moved(Enquiry enquiry, Message message, Delivery delivery) {
        deliveries.move(enquiry.id(), message.id(), delivery);
        return message.with(delivery);
    }

    private String mark(String wamid) {
        return Pseudonyms.current(secrets).message(Wamid.token(wamid));
    }

    private Message accepted(Sending sending, Optional<String> mark) {
        Enquiry enquiry = sending.enquiry();
        Message message = sending.message();
        Delivery accepted = new Delivery(Delivery.State.ACCEPTED, OptionalLong.empty());
        if (mark.filter(its -> isWrittenAtOnce(sending, its)).isPresent()) {
            return message.with(accepted);
        }
        sending.lease().end();
        Message moved = moved(enquiry, message, accepted);
        // What WhatsApp has already told of it under an id that nobody knew counts as told now.
        return mark.flatMap(its -> marks.mark(new Answer(enquiry.id(), message.id()), its))
                .map(told -> moved(enquiry, message, told))
                .orElse(moved);
    }

    private boolean isWrittenAtOnce(Sending sending, String mark) {
        Set<Instant> leases = sending.lease().mine();
        return sending.seen().isPresent()
                && !leases.isEmpty()
                && new AnswerAcceptance(
                                sending.enquiry(),
                                sending.message().id(),
                                sending.seen().getAsLong(),
                                mark,
                                leases)
                        .isWritten(table);
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
