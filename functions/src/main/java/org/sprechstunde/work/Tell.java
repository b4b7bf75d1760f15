package org.sprechstunde.work;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.AutomaticText;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryChanges;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.SendResult;

/**
 * Tells a citizen what one of their messages gives cause to: each text at most once a day, as an album fails as a whole,
 * and only while WhatsApp lets the town write. A courtesy: the mayor sees in any case what came and what is missing.
 */
final class Tell {
    private final Table table;
    private final Enquiries enquiries;
    private final Voice voice;
    private final Clock clock;

    Tell(Table table, Enquiries enquiries, Voice voice, Clock clock) {
        this.table = table;
        this.enquiries = enquiries;
        this.voice = voice;
        this.clock = clock;
    }

    /** Of an enquiry that is gone by now nobody is told anything. */
    Work.Result run(Task task) {
        return enquiries
                .find(task.enquiry())
                .flatMap(enquiry -> say(enquiry, task.text().orElseThrow()))
                .map(said -> Voice.after(said, task))
                .orElse(Work.Result.DONE);
    }

    /**
     * Says it, unless it need not be said. Noted down first, so that no two functions say it; a function that dies in
     * between has told nobody.
     */
    Optional<SendResult> say(Enquiry enquiry, AutomaticText text) {
        Instant now = clock.instant();
        boolean due = !voice.isSilent(text)
                && now.isBefore(enquiry.replyUntil())
                && table.update(EnquiryChanges.told(enquiry, text, now));
        if (!due) {
            return Optional.empty();
        }
        SendResult said = voice.say(enquiry, text);
        switch (said) {
            case SendResult.Accepted _ ->
                Log.event(Event.CITIZEN_TOLD, Detail.enquiry(enquiry.id()), Detail.what(text));
            case SendResult.Refused refused
            when refused.isPassing() -> table.update(EnquiryChanges.notTold(enquiry, text, now));
            case SendResult.Refused _, SendResult.Unclear _ -> {}
        }
        return Optional.of(said);
    }
}
