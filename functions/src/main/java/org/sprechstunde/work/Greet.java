package org.sprechstunde.work;

import java.util.Optional;
import org.sprechstunde.enquiry.AutomaticText;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.whatsapp.SendResult;

/**
 * Tells the mayor that there is a new enquiry; and the citizen, once per enquiry, what this is, where the privacy notice
 * stands and what it is not for.
 */
final class Greet {
    private final Enquiries enquiries;
    private final Voice voice;
    private final MayorsMail mail;

    Greet(Enquiries enquiries, Voice voice, MayorsMail mail) {
        this.enquiries = enquiries;
        this.voice = voice;
        this.mail = mail;
    }

    Work.Result run(Task task) {
        Optional<Enquiry> enquiry = enquiries.find(task.enquiry());
        if (enquiry.isEmpty()) {
            return Work.Result.DONE;
        }
        // Once: whoever begins the task again does not know whether the mail went out.
        if (task.attempts() == 0) {
            mail.tell(Notice.NEW_ENQUIRY);
        }
        if (voice.isSilent(AutomaticText.GREETING)) {
            return Work.Result.DONE;
        }
        SendResult said = voice.say(enquiry.get(), AutomaticText.GREETING);
        if (said instanceof SendResult.Accepted) {
            Log.event(Event.GREETING_SENT, Detail.enquiry(task.enquiry()));
        }
        return Voice.after(said, task);
    }
}
