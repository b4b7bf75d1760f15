package org.sprechstunde.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.erasure.EnquiryErasure;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RunAll;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.store.Worklist;

/**
 * Erases on time what nobody resolved. DynamoDB's TTL may be days late, so it is never what the town's
 * promise rests on.
 */
final class Expiry {
    private final Table table;
    private final Enquiries enquiries;
    private final Worklist worklist;
    private final Transaction transaction;
    private final EnquiryErasure enquiryErasure;

    Expiry(Stores stores, Platform platform, EnquiryErasure enquiryErasure) {
        this.table = stores.table();
        this.enquiries = new Enquiries(table, platform.clock());
        this.worklist = new Worklist(table);
        this.transaction = new Transaction(table);
        this.enquiryErasure = enquiryErasure;
    }

    private record Ended(Task.Forget task, Enquiry enquiry, List<Message> messages) {}

    /** All keys first: what has expired is unreadable before anything slow begins. */
    void forget() {
        List<Ended> ended = new ArrayList<>();
        RunAll runAll = new RunAll();
        for (Enquiry enquiry : enquiries.expired(worklist.open())) {
            runAll.take(() -> destroyKey(enquiry).ifPresent(ended::add));
        }
        ended.forEach(end -> runAll.take(() -> enquiryErasure.finish(end.task(), end.enquiry(), end.messages())));
        runAll.end();
    }

    private Optional<Ended> destroyKey(Enquiry enquiry) {
        List<Message> messages = enquiries.messages(enquiry);
        Task.Forget task = enquiryErasure.task(enquiry, messages);
        boolean done = table.transact(
                        List.of(transaction.deleteExpired(enquiry), transaction.put(TaskItem.writeForget(task))))
                .done();
        if (!done) {
            return Optional.empty();
        }
        Log.event(LogEvent.EXPIRED, LogField.enquiry(enquiry.id()));
        return Optional.of(new Ended(task, enquiry, messages));
    }
}
