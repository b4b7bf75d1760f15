package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.webhook.MessageIntake.Arrival;
import org.sprechstunde.webhook.OriginalMessage.Answered;
import org.sprechstunde.webhook.OriginalMessage.Gone;
import org.sprechstunde.webhook.OriginalMessage.Missing;
import org.sprechstunde.webhook.OriginalMessage.Standing;
import org.sprechstunde.whatsapp.inbound.InboundEvent;

/** A citizen's edit: the new words take the place of the old, in the message and in the list, in one transaction. */
final class MessageEdits {
    private final Table table;
    private final MessageIntake intake;
    private final OriginalMessage originalMessage;
    private final Retry retry;
    private final Clock clock;
    private final SecureRandom random;

    MessageEdits(MessageIntake intake, Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.intake = intake;
        this.originalMessage = new OriginalMessage(services);
        this.retry = new Retry(platform);
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** Whether the edit is durable, or has nothing to change any more. */
    boolean take(InboundEvent.Edited edit) {
        var whole = new InboundEvent.Written(edit.citizen(), edit.original(), edit.at(), edit.content());
        Arrival arrival = intake.arrival(whole, Optional.of(edit.wamid()));
        return retry.untilDone(() -> attempt(arrival, edit));
    }

    /**
     * An edit that overtakes its original is stored as that message, under the original's own seen mark: the
     * former words, arriving later, are "seen before" and never get in.
     */
    private boolean attempt(Arrival arrival, InboundEvent.Edited edit) {
        return switch (originalMessage.find(arrival.seen(), edit.citizen())) {
            case Missing _ -> intake.store(List.of(arrival)).stored();
            case Gone _ -> said(LogEvent.CHANGE_FORGOTTEN);
            // A word to the town that becomes a sentence to the mayor is a message of its own.
            case Answered _ ->
                intake.take(MessageRun.of(
                        new InboundEvent.Written(edit.citizen(), edit.wamid(), edit.at(), edit.content())));
            case Standing(Enquiry enquiry, Message message) ->
                enquiry.isExpired(arrival.time())
                        ? said(LogEvent.CHANGE_FORGOTTEN)
                        : message.content()
                                .reworded(arrival.message().content())
                                .map(words -> replace(arrival, enquiry, edited(arrival, message, words)))
                                .orElseGet(() -> said(LogEvent.WEBHOOK_IGNORED));
        };
    }

    private static Message edited(Arrival arrival, Message message, MessageContent words) {
        return message.edited(words, arrival.message().written());
    }

    /**
     * The edit's own mark keeps a redelivery from undoing a later edit of the same second, which is as
     * finely as WhatsApp tells time.
     */
    private boolean replace(Arrival arrival, Enquiry enquiry, Message message) {
        SeenMark mark = new SeenMark(arrival.edit().orElseThrow(), enquiry.id(), message.id());
        Transaction transaction = table.transaction();
        Transaction.Write seenMark = transaction.putNew(mark.write(clock.instant()));
        Transaction.Write item = MessageUpdates.edited(enquiry, message, random).in(transaction);
        Enquiry edited = enquiry.edited(message);
        transaction.update(EnquiryUpdates.resealed(arrival.urgent() ? edited.alarmed() : edited, random));
        if (arrival.urgent()) {
            Instant due = arrival.time().plus(Task.STREAM_FIRST);
            transaction.put(
                    TaskItem.write(Task.tell(enquiry.id(), AutoReply.EMERGENCY, due, random), enquiry.latest()));
        }
        Transaction.Outcome outcome = transaction.commit();
        if (outcome.done()) {
            return said(LogEvent.MESSAGE_EDITED);
        }
        boolean settled = outcome.refused(seenMark) || outcome.refused(item);
        return settled && said(LogEvent.CHANGE_FORGOTTEN);
    }

    private static boolean said(LogEvent event) {
        Log.event(event);
        return true;
    }
}
