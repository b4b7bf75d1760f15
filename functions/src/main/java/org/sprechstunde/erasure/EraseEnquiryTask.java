package org.sprechstunde.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.TaskResult;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskUpdates;
import org.sprechstunde.store.WeekNumbers;

/**
 * The forget task. It erases at once, and once more after every upload that was under way has ended; only when that
 * second pass finds nothing, and WhatsApp has confirmed that it has nothing either, does the task itself go. What the town
 * counts and logs of it is written between: not before nothing is left, and not after somebody could still be told of it.
 */
public final class EraseEnquiryTask {
    private final StoreErasure storeErasure;
    private final WhatsAppFarewell whatsAppFarewell;
    private final ErasureLogbook erasureLogbook;
    private final WeekNumbers weekNumbers;
    private final Table table;
    private final Clock clock;

    public EraseEnquiryTask(Services services) {
        this.storeErasure = new StoreErasure(services);
        this.whatsAppFarewell = WhatsAppFarewell.of(services);
        this.erasureLogbook = new ErasureLogbook(services);
        this.weekNumbers = new WeekNumbers(services);
        this.table = Table.of(services);
        this.clock = services.platform().clock();
    }

    public TaskResult run(Task.Forget task) {
        ErasureRecord erasure = task.erasure();
        if (clock.instant().isBefore(secondPass(erasure))) {
            return pass(task).erasedAt().isPresent() ? TaskResult.SETTLED : TaskResult.LATER;
        }
        if (storeErasure.isEmpty(task.enquiry())) {
            boolean isCounted = weekNumbers.settle(task);
            boolean isOver = whatsAppFarewell.isOver(task);
            erasureLogbook.write(task);
            return isCounted && isOver ? TaskResult.DONE : TaskResult.LATER;
        }
        if (erasure.erasedAt().isPresent()) {
            Log.event(LogEvent.LEFTOVERS_FOUND, LogField.enquiry(task.enquiry()));
        }
        pass(task);
        return TaskResult.LATER;
    }

    /** Erases now and dates the next pass; the erasure returned is complete if both stores are empty. */
    public ErasureRecord pass(Task.Forget task) {
        ErasureRecord erasure = task.erasure();
        if (!storeErasure.erase(task.enquiry())) {
            return erasure;
        }
        ErasureRecord completed = erasure.completed(clock.instant());
        table.update(TaskUpdates.erased(task, completed.erasedAt().orElseThrow(), secondPass(erasure)));
        Log.event(
                LogEvent.ERASED,
                LogField.enquiry(task.enquiry()),
                LogField.took(Duration.between(erasure.unreadableSince(), clock.instant())));
        return completed;
    }

    private static Instant secondPass(ErasureRecord erasure) {
        return erasure.unreadableSince().plus(Task.LateFile.UPLOADS_END);
    }
}
