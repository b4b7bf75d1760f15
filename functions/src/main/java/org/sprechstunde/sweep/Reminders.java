package org.sprechstunde.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sprechstunde.autoreply.MayorMail;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Worklist;

/**
 * Reminds the mayor of those who wait before WhatsApp's window closes on them: once for each window, and with one mail
 * for all of a sweep.
 */
final class Reminders {
    private final Table table;
    private final Enquiries enquiries;
    private final Worklist worklist;
    private final MayorMail mail;
    private final Clock clock;
    private final Duration before;

    Reminders(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.worklist = new Worklist(table);
        this.mail = MayorMail.of(services);
        this.clock = platform.clock();
        this.before = platform.settings().mail().reminder();
    }

    /** Noted down first, so that no two sweeps remind; one that dies in between has reminded nobody. */
    void send() {
        Instant now = clock.instant();
        long noted = enquiries.open(worklist.open()).stream()
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
