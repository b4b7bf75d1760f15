package org.sprechstunde.autoreply;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.TaskResult;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.SendResult;

/**
 * Tells a citizen what one of their messages gives cause to: each text at most once a day, as an album fails as a whole,
 * and only while WhatsApp lets the town write. A courtesy: the mayor sees in any case what came and what is missing.
 */
public final class AutoReplyTask {
    private final Table table;
    private final Enquiries enquiries;
    private final AutoReplySender autoReplySender;
    private final Clock clock;

    public AutoReplyTask(Services services, AutoReplySender autoReplySender) {
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.autoReplySender = autoReplySender;
        this.clock = services.platform().clock();
    }

    /** Of an enquiry that is gone by now nobody is told anything. */
    public TaskResult run(Task.Tell task) {
        return enquiries
                .find(task.enquiry())
                .flatMap(enquiry -> say(enquiry, task.text()))
                .map(said -> AutoReplySender.after(said, task))
                .orElse(TaskResult.DONE);
    }

    /**
     * Says it, unless it need not be said. Noted down first, so that no two functions say it; a function that dies in
     * between has told nobody. Before the day's count, as most of what need not be said was said today.
     */
    public Optional<SendResult> say(Enquiry enquiry, AutoReply text) {
        Instant now = clock.instant();
        boolean due = !autoReplySender.isSilent(text)
                && now.isBefore(enquiry.replyUntil())
                && table.update(PointerUpdates.told(enquiry, text, now));
        if (!due) {
            return Optional.empty();
        }
        Optional<SendResult> said = Optional.empty();
        try {
            said = autoReplySender.say(enquiry, text);
        } finally {
            // The mayor reads what the citizen was told, and another attempt whether it is still to be said.
            if (!AutoReplySender.mayBeOut(said)) {
                table.update(PointerUpdates.notTold(enquiry, text, now));
            }
        }
        if (said.filter(SendResult.Accepted.class::isInstance).isPresent()) {
            Log.event(LogEvent.CITIZEN_TOLD, LogField.enquiry(enquiry.id()), LogField.what(text));
        }
        return said;
    }
}
