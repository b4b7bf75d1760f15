package org.sprechstunde.resolve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.erasure.EnquiryErasure;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.Outcome;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Transaction;

/** The protocol of resolving. Its order is its meaning: key, then goodbye beside objects and items, a second look. */
final class Resolver {
    private static final int CITIZEN = 0;
    private static final int ROUNDS = 12;
    private static final Duration WAIT = Duration.ofMillis(20);

    private final Table table;
    private final Enquiries enquiries;
    private final Transaction transaction;
    private final EnquiryErasure enquiryErasure;
    private final Pause pause;

    Resolver(Platform platform) {
        Stores stores = Stores.of(platform);
        this.table = stores.table();
        this.enquiries = new Enquiries(table, platform.clock());
        this.transaction = new Transaction(table);
        this.enquiryErasure = new EnquiryErasure(stores, platform, platform.secrets());
        this.pause = platform.pause();
    }

    sealed interface Result {}

    record Resolved(Receipt receipt) implements Result {}

    record Refused(Problem problem) implements Result {}

    /** Resolves, unless more messages have come than the mayor has {@code seen}: none is erased unread. */
    Result resolve(RandomId id, OptionalLong seen) {
        Optional<Enquiry> open = enquiries.find(id);
        if (open.isEmpty()) {
            return already(id);
        }
        long bound = seen.orElse(Long.MAX_VALUE);
        return open.get().inbound() > bound ? new Refused(Problem.NEW_MESSAGE) : resolve(open.get(), bound);
    }

    private Result resolve(Enquiry read, long bound) {
        Enquiry enquiry = read;
        for (int round = 0; round < ROUNDS; round++) {
            List<Message> messages = enquiries.messages(enquiry);
            Task.Forget task = enquiryErasure.task(enquiry, messages);
            Outcome outcome = destroyKey(enquiry, bound, task);
            if (outcome.done()) {
                Log.event(LogEvent.RESOLVED, LogField.enquiry(enquiry.id()));
                return resolved(enquiry.id(), enquiryErasure.finish(task, enquiry, messages));
            }
            if (outcome.refused(CITIZEN)) {
                Optional<Enquiry> now = enquiries.find(enquiry.id());
                if (now.isEmpty()) {
                    return already(enquiry.id());
                }
                if (now.get().inbound() > bound) {
                    return new Refused(Problem.NEW_MESSAGE);
                }
                // It has moved to another identity: no message has come, and the mayor's word stands.
                enquiry = now.get();
            }
            pause.of(WAIT.multipliedBy(round));
        }
        throw new IllegalStateException("too many writers on one enquiry");
    }

    /** The commit point: with the citizen's item the key goes, and the forget task sees to the rest. */
    private Outcome destroyKey(Enquiry enquiry, long bound, Task.Forget task) {
        return table.transact(
                List.of(transaction.deleteOpen(enquiry, bound), transaction.put(TaskItem.writeForget(task))));
    }

    /** Resolved before, perhaps by a second click: the same receipt, as long as the forget task remembers. */
    private Result already(RandomId id) {
        return table.query(ItemKey.partition(id), ItemKey.FORGET).stream()
                .map(TaskItem::readForget)
                .findFirst()
                .map(task -> resolved(id, complete(task)))
                .orElseGet(() -> new Refused(Problem.NOT_FOUND));
    }

    private ErasureRecord complete(Task.Forget task) {
        ErasureRecord erasure = task.erasure();
        return erasure.erasedAt().isPresent() ? erasure : enquiryErasure.erase(task);
    }

    private static Result resolved(RandomId id, ErasureRecord erasure) {
        return new Resolved(new Receipt(id, erasure));
    }
}
