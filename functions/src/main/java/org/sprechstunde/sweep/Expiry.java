package org.sprechstunde.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Turns;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Worklist;
import org.sprechstunde.store.Writes;
import org.sprechstunde.work.Ending;

/**
 * Erases on time what nobody resolved. DynamoDB's TTL may be days late, so it is never what the town's
 * promise rests on.
 */
final class Expiry {
    private final Table table;
    private final Enquiries enquiries;
    private final Worklist worklist;
    private final Writes writes;
    private final Ending ending;

    Expiry(Stores stores, Platform platform, Ending ending) {
        this.table = stores.table();
        this.enquiries = new Enquiries(table, platform.clock());
        this.worklist = new Worklist(table);
        this.writes = new Writes(table);
        this.ending = ending;
    }

    private record Ended(Task task, Enquiry enquiry, List<Message> messages) {}

    /** All keys first: what has expired is unreadable before anything slow begins. */
    void forget() {
        List<Ended> ended = new ArrayList<>();
        Turns turns = new Turns();
        for (Enquiry enquiry : enquiries.expired(worklist.open())) {
            turns.take(() -> destroyKey(enquiry).ifPresent(ended::add));
        }
        ended.forEach(end -> turns.take(() -> ending.finish(end.task(), end.enquiry(), end.messages())));
        turns.end();
    }

    private Optional<Ended> destroyKey(Enquiry enquiry) {
        List<Message> messages = enquiries.messages(enquiry);
        Task task = ending.task(enquiry, messages);
        boolean done = table.transact(List.of(writes.deleteExpired(enquiry), writes.put(TaskItem.writeForget(task))))
                .done();
        if (!done) {
            return Optional.empty();
        }
        Log.event(Event.EXPIRED, Detail.enquiry(enquiry.id()));
        return Optional.of(new Ended(task, enquiry, messages));
    }
}
