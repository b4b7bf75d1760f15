package org.sprechstunde.sweep;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Worklist;
import org.sprechstunde.store.Writes;

/**
 * Erases on time what nobody resolved. DynamoDB's TTL may be days late, so it is never what the town's
 * promise rests on.
 */
final class Expiry {
    private final Table table;
    private final Enquiries enquiries;
    private final Worklist worklist;
    private final Writes writes;
    private final Clock clock;
    private final SecureRandom random;

    Expiry(Table table, Platform platform) {
        this.table = table;
        this.enquiries = new Enquiries(table, platform.clock());
        this.worklist = new Worklist(table);
        this.writes = new Writes(table);
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** Destroys the keys of expired enquiries; their forget tasks are due at once and do the rest. */
    void forget() {
        enquiries.expired(worklist.open()).forEach(this::forget);
    }

    private void forget(Enquiry enquiry) {
        Erasure erasure = Erasure.silent(clock.instant());
        Task task = Task.forget(enquiry.id(), erasure, clock.instant(), random);
        boolean done = table.transact(List.of(
                        writes.deleteExpired(enquiry),
                        writes.put(TaskItem.write(task, clock.instant().plus(SeenMark.KEPT)))))
                .done();
        if (done) {
            Log.event(Event.EXPIRED, Detail.enquiry(enquiry.id()));
        }
    }
}
