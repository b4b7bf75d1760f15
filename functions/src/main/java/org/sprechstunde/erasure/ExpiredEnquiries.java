package org.sprechstunde.erasure;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Transaction;

/**
 * An enquiry that has expired but still stands goes as soon as its citizen is heard of: whoever is told that nothing is
 * stored must be able to rely on it. Its key goes first, with a forget task for the rest; then WhatsApp is asked to
 * forget as well, now or never, for only the key tells what there is to be forgotten.
 */
public final class ExpiredEnquiries {
    private final Table table;
    private final Enquiries enquiries;
    private final Transaction transaction;
    private final WhatsAppFarewell whatsAppFarewell;
    private final Retry retry;
    private final Clock clock;
    private final SecureRandom random;

    public ExpiredEnquiries(Table table, Platform platform, Secrets secrets) {
        this.table = table;
        this.enquiries = new Enquiries(table, platform.clock());
        this.transaction = new Transaction(table);
        this.whatsAppFarewell = new WhatsAppFarewell(table, platform, secrets);
        this.retry = new Retry(platform);
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** The citizen's open enquiry; from now on there is no other. */
    public Optional<Enquiry> openOf(String citizen) {
        return retry.until(() -> unlessExpired(citizen))
                .orElseThrow(() -> new IllegalStateException("too many writers on one enquiry"));
    }

    /** Empty if another writer was faster. */
    private Optional<Optional<Enquiry>> unlessExpired(String citizen) {
        Optional<Enquiry> standing = enquiries.evenExpiredOf(citizen);
        if (standing.isPresent() && standing.get().isExpired(clock.instant())) {
            return isEnded(standing.get()) ? Optional.of(Optional.empty()) : Optional.empty();
        }
        return Optional.of(standing);
    }

    private boolean isEnded(Enquiry expired) {
        List<Message> messages = enquiries.messages(expired);
        var task = Task.forget(expired.id(), ErasureRecord.begun(clock.instant(), messages), clock.instant(), random);
        boolean done = table.transact(
                        List.of(transaction.deleteExpired(expired), transaction.put(TaskItem.writeForget(task))))
                .done();
        if (done) {
            Log.event(LogEvent.EXPIRED, LogField.enquiry(expired.id()));
            whatsAppFarewell.afterExpiry(task, expired, messages);
        }
        return done;
    }
}
