package org.sprechstunde.tasks;

import java.time.Duration;
import java.time.Instant;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;

/** Tells the admin of work that does not get done. */
final class OverdueAlert {
    /** Three sweeps have missed it. */
    private static final Duration MISSED = Duration.ofMinutes(15);
    /** With the waits between them, an hour of trying. */
    private static final int TRIED = 7;

    private OverdueAlert() {}

    static void tell(Task task, Instant now) {
        if (task.attempts() >= TRIED || task.due().plus(MISSED).isBefore(now)) {
            Log.event(LogEvent.TASK_OVERDUE, LogField.what(task.kind()), LogField.attempt(task.attempts()));
        }
    }
}
