package org.sprechstunde.work;

import java.time.Duration;
import java.time.Instant;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;

/** Tells the admin of work that does not get done. */
final class Overdue {
    /** Three sweeps have missed it. */
    private static final Duration MISSED = Duration.ofMinutes(15);
    /** With the waits between them, an hour of trying. */
    private static final int TRIED = 7;

    private Overdue() {}

    static void tell(Task task, Instant now) {
        if (task.attempts() >= TRIED || task.due().plus(MISSED).isBefore(now)) {
            Log.event(Event.TASK_OVERDUE, Detail.what(task.kind()), Detail.attempt(task.attempts()));
        }
    }
}
