package org.sprechstunde.work;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Texts;
import org.sprechstunde.store.EnquiryChanges;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.WhatsApp;

/**
 * Asks the citizen to send a file again that did not come: at most once a day, as an album fails as a whole, and only
 * while WhatsApp lets the town write. A courtesy: the mayor sees in any case what is missing.
 */
final class AskAgain {
    private final Table table;
    private final WhatsApp whatsApp;
    private final Clock clock;
    private final String words = Texts.load("citizen").get("file.again");

    AskAgain(Table table, FetchMedia.Means means) {
        this.table = table;
        this.whatsApp = means.whatsApp();
        this.clock = means.clock();
    }

    /** Noted down first, so that no two functions ask; a function that dies in between has asked nobody. */
    void of(Enquiry enquiry) {
        Instant now = clock.instant();
        if (now.isBefore(enquiry.replyUntil()) && table.update(EnquiryChanges.askedAgain(enquiry, now))) {
            whatsApp.send(enquiry.identity(), words, Optional.empty());
            Log.event(Event.FILE_ASKED_AGAIN, Detail.enquiry(enquiry.id()));
        }
    }
}
