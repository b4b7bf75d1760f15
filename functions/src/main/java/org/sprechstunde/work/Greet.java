package org.sprechstunde.work;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.platform.Texts;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsApp;

/** Tells the citizen once per enquiry what this is, where the privacy notice stands and what it is not for. */
final class Greet {
    private static final int ATTEMPTS = 4;

    private final Enquiries enquiries;
    private final WhatsApp whatsApp;
    private final String text;

    Greet(Enquiries enquiries, WhatsApp whatsApp, Settings settings) {
        this.enquiries = enquiries;
        this.whatsApp = whatsApp;
        Map<String, String> values = Map.of(
                "town", settings.town(),
                "hours", settings.townHallHours(),
                "notice", settings.privacyNotice().toString());
        this.text = Texts.load("citizen").get("greeting", values);
    }

    Work.Result run(Task task) {
        Optional<Enquiry> enquiry = enquiries.find(task.enquiry());
        if (enquiry.isEmpty()) {
            return Work.Result.DONE;
        }
        return switch (whatsApp.send(enquiry.get().identity(), text, Optional.empty())) {
            case SendResult.Accepted _ -> {
                Log.event(Event.GREETING_SENT, Detail.enquiry(task.enquiry()));
                yield Work.Result.DONE;
            }
            case SendResult.Refused(OptionalLong code) -> {
                Log.event(Event.WHATSAPP_PROBLEM, Detail.code(code.orElse(0)));
                yield task.attempts() + 1 < ATTEMPTS ? Work.Result.LATER : Work.Result.DONE;
            }
            // Two greetings would be odd, none would keep the privacy notice from the citizen; but
            // what WhatsApp has not answered it has usually sent.
            case SendResult.Unclear _ -> Work.Result.DONE;
        };
    }
}
