package org.sprechstunde.erasure;

import java.time.Clock;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.TaskResult;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.TaskUpdates;

/**
 * Deletes the file of a message that the citizen has taken back: at once, and once more after every upload
 * that was under way has ended. If the enquiry is resolved before, its own erasure takes file and task along.
 */
public final class EraseFileTask {
    private final Stores stores;
    private final Clock clock;

    public EraseFileTask(Services services) {
        this.stores = Stores.of(services);
        this.clock = services.platform().clock();
    }

    public TaskResult run(Task.ForgetFile task) {
        Task.LateFile file = task.file();
        stores.media().delete(MediaBucket.name(task.enquiry(), file.object()));
        Log.event(LogEvent.FILE_FORGOTTEN, LogField.enquiry(task.enquiry()));
        if (!clock.instant().isBefore(file.until())) {
            return TaskResult.DONE;
        }
        stores.table().update(TaskUpdates.postponed(task, file.until()));
        return TaskResult.SETTLED;
    }
}
