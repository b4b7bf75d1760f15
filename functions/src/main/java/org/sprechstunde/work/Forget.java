package org.sprechstunde.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.LateFile;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskChanges;

/**
 * The forget task. It erases at once, and once more after every upload that was under way has ended;
 * only when that second pass finds nothing does the task itself go.
 */
public final class Forget {
    private final Forgetting forgetting;
    private final Table table;
    private final Clock clock;

    public Forget(Stores stores, Clock clock) {
        this.forgetting = new Forgetting(stores, clock);
        this.table = stores.table();
        this.clock = clock;
    }

    Work.Result run(Task task) {
        Erasure erasure = task.erasure().orElseThrow();
        if (clock.instant().isBefore(secondPass(erasure))) {
            return pass(task).erasedAt().isPresent() ? Work.Result.SETTLED : Work.Result.LATER;
        }
        if (forgetting.isEmpty(task.enquiry())) {
            return Work.Result.DONE;
        }
        if (erasure.erasedAt().isPresent()) {
            Log.event(Event.LEFTOVERS_FOUND, Detail.enquiry(task.enquiry()));
        }
        pass(task);
        return Work.Result.LATER;
    }

    /** Erases now and dates the next pass; the erasure returned is complete if both stores are empty. */
    public Erasure pass(Task task) {
        Erasure erasure = task.erasure().orElseThrow();
        if (!forgetting.erase(task.enquiry())) {
            return erasure;
        }
        Erasure completed = erasure.completed(clock.instant());
        table.update(TaskChanges.erased(task, completed.erasedAt().orElseThrow(), secondPass(erasure)));
        Log.event(
                Event.ERASED,
                Detail.enquiry(task.enquiry()),
                Detail.took(Duration.between(erasure.unreadableSince(), clock.instant())));
        return completed;
    }

    private static Instant secondPass(Erasure erasure) {
        return erasure.unreadableSince().plus(LateFile.UPLOADS_END);
    }
}
