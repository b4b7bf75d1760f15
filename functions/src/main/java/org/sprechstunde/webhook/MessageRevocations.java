package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.webhook.OriginalMessage.Answered;
import org.sprechstunde.webhook.OriginalMessage.Gone;
import org.sprechstunde.webhook.OriginalMessage.Missing;
import org.sprechstunde.webhook.OriginalMessage.Standing;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.Wamid;

/** A citizen takes a message back: it goes at once, and its file is noise from the same instant, for the key went with it. */
final class MessageRevocations {
    private final Table table;
    private final OriginalMessage originalMessage;
    private final CopyAtWhatsApp copy;
    private final Retry retry;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random;

    MessageRevocations(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.originalMessage = new OriginalMessage(services);
        this.copy = new CopyAtWhatsApp(services);
        this.retry = new Retry(platform);
        this.secrets = services.secrets();
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** Whether the message is gone, by now or already before. */
    boolean take(InboundEvent.Revoked revoked) {
        String original = Pseudonyms.current(secrets).message(Wamid.token(revoked.original()));
        return retry.untilDone(() -> attempt(original, revoked.citizen()));
    }

    private boolean attempt(String original, Identity citizen) {
        return switch (originalMessage.find(original, citizen)) {
            case Missing _ -> keepOut(original);
            case Gone _, Answered _ -> said(LogEvent.CHANGE_FORGOTTEN);
            case Standing(Enquiry enquiry, Message message) -> erase(enquiry, message);
        };
    }

    /** A message that comes after its revocation finds its seen mark, of a message that never was, and stays outside. */
    private boolean keepOut(String original) {
        Instant now = clock.instant();
        var mark = new SeenMark(original, RandomId.next(random), MessageId.next(now, now, random));
        Transaction transaction = table.transaction();
        transaction.putNew(mark.write(now));
        return transaction.commit().done() && said(LogEvent.MESSAGE_REVOKED);
    }

    /** Only then is WhatsApp asked: what nobody can read any more does not wait for it. */
    private boolean erase(Enquiry enquiry, Message message) {
        Transaction transaction = table.transaction();
        Transaction.Write item = transaction.deleteStanding(ItemKey.message(enquiry.id(), message.id()));
        transaction.update(EnquiryUpdates.resealed(enquiry.revoked(message), random));
        // A task that still wants to fetch the file finds no message and ends; it need not be looked for.
        message.file()
                .map(file -> forgetFile(enquiry, file.object()))
                .ifPresent(task -> transaction.put(TaskItem.write(task, enquiry.latest())));
        Transaction.Outcome outcome = transaction.commit();
        if (outcome.done()) {
            copy.delete(message);
            return said(LogEvent.MESSAGE_REVOKED);
        }
        return outcome.refused(item) && said(LogEvent.CHANGE_FORGOTTEN);
    }

    private Task forgetFile(Enquiry enquiry, RandomId object) {
        Instant now = clock.instant();
        Task.LateFile file = Task.LateFile.unwantedSince(now, object);
        return Task.forgetFile(enquiry.id(), file, now.plus(Task.STREAM_FIRST), random);
    }

    private static boolean said(LogEvent event) {
        Log.event(event);
        return true;
    }
}
