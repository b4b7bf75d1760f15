package org.sprechstunde.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sprechstunde.autoreply.AutoReplyRules;
import org.sprechstunde.autoreply.AutoReplySender;
import org.sprechstunde.autoreply.AutoReplyTask;
import org.sprechstunde.autoreply.MayorMail;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RunAll;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Worklist;

/**
 * Before WhatsApp's window closes on somebody who waits: reminds the mayor, once for each window and with one mail for
 * all of a sweep, and tells the citizen that nothing is forgotten and how the window stays open.
 */
final class Reminders {
    private final Table table;
    private final Enquiries enquiries;
    private final Worklist worklist;
    private final MayorMail mail;
    private final AutoReplyRules autoReplyRules;
    private final AutoReplyTask autoReplyTask;
    private final Clock clock;
    private final Duration before;

    Reminders(Services services) {
        Platform platform = services.platform();
        Settings settings = platform.settings();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.worklist = new Worklist(table);
        this.mail = MayorMail.of(services);
        this.autoReplyRules = new AutoReplyRules(settings);
        this.autoReplyTask = new AutoReplyTask(services, new AutoReplySender(services));
        this.clock = platform.clock();
        this.before = settings.mail().reminder();
    }

    void send() {
        Instant now = clock.instant();
        // Whose last message is older has written longer ago than that, too: that window has closed.
        List<Enquiry> open = enquiries.open(worklist.since(now.minus(Enquiry.REPLY_WINDOW)));
        RunAll runAll = new RunAll();
        runAll.take(() -> remind(open, now));
        open.stream()
                .filter(enquiry -> autoReplyRules.isWindowClosing(enquiry, now))
                .forEach(enquiry -> runAll.take(() -> comfort(enquiry)));
        runAll.end();
    }

    /** Looks once more: while others were told, the mayor may have answered. */
    private void comfort(Enquiry read) {
        enquiries
                .find(read.id())
                .filter(enquiry -> autoReplyRules.isWindowClosing(enquiry, clock.instant()))
                .ifPresent(enquiry -> autoReplyTask.say(enquiry, AutoReply.WINDOW_CLOSES));
    }

    /** Noted down first, so that no two sweeps remind; one that dies in between has reminded nobody. */
    private void remind(List<Enquiry> open, Instant now) {
        long noted = open.stream()
                .filter(enquiry -> isDue(enquiry, now))
                .filter(enquiry -> table.update(PointerUpdates.reminded(enquiry)))
                .count();
        if (noted > 0) {
            mail.tell(MayorMail.Notice.REMINDER);
        }
    }

    private boolean isDue(Enquiry enquiry, Instant now) {
        Instant end = enquiry.replyUntil();
        return enquiry.waitingSince().isPresent() && now.isBefore(end) && !now.isBefore(end.minus(before));
    }
}
