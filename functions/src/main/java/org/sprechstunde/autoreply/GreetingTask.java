package org.sprechstunde.autoreply;

import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.TaskResult;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.SendResult;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells the mayor that there is a new enquiry; and the citizen, once per enquiry, what this is, where the privacy notice
 * stands and what it is not for.
 */
public final class GreetingTask {
    private final Table table;
    private final Enquiries enquiries;
    private final AutoReplySender autoReplySender;
    private final MayorMail mail;
    private final Clock clock;

    public GreetingTask(Services services, AutoReplySender autoReplySender) {
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.autoReplySender = autoReplySender;
        this.mail = MayorMail.of(services);
        this.clock = services.platform().clock();
    }

    public TaskResult run(Task.Greet task) {
        Optional<Enquiry> enquiry = enquiries.findUntold(task.enquiry(), AutoReply.GREETING);
        if (enquiry.isEmpty()) {
            return TaskResult.DONE;
        }
        // Once: whoever begins the task again does not know whether the mail went out.
        if (task.attempts() == 0) {
            mail.tell(MayorMail.Notice.NEW_ENQUIRY);
        }
        Optional<SendResult> said = autoReplySender.say(enquiry.get(), AutoReply.GREETING);
        if (said.filter(SendResult.Accepted.class::isInstance).isPresent()) {
            Log.event(LogEvent.GREETING_SENT, LogField.enquiry(task.enquiry()));
            note(enquiry.get());
        }
        return said.map(result -> AutoReplySender.after(result, task)).orElse(TaskResult.DONE);
    }

    /** For the mayor to read. Where it fails, nobody is greeted twice for its sake. */
    private void note(Enquiry greeted) {
        try {
            table.update(PointerUpdates.greeted(greeted, clock.instant()));
        } catch (SdkException | Retry.TooManyWriters e) {
            Log.event(LogEvent.FAILED, LogField.enquiry(greeted.id()), LogField.cause(e));
        }
    }
}
