package org.sprechstunde.work;

import java.time.Clock;
import org.sprechstunde.enquiry.LateFile;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.store.MediaStore;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.TaskChanges;

/**
 * Deletes the file of a message that the citizen has taken back: at once, and once more after every upload
 * that was under way has ended. If the enquiry is resolved before, its own erasure takes file and task along.
 */
final class ForgetFile {
    private final Stores stores;
    private final Clock clock;

    ForgetFile(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    Work.Result run(Task task) {
        LateFile file = task.file().orElseThrow();
        stores.media().delete(MediaStore.name(task.enquiry(), file.object()));
        Log.event(Event.FILE_FORGOTTEN, Detail.enquiry(task.enquiry()));
        if (!clock.instant().isBefore(file.until())) {
            return Work.Result.DONE;
        }
        stores.table().update(TaskChanges.postponed(task, file.until()));
        return Work.Result.SETTLED;
    }
}
