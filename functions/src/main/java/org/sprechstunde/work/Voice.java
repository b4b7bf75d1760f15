package org.sprechstunde.work;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.AutomaticText;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.texts.CitizenTexts;
import org.sprechstunde.texts.OfficeHours;
import org.sprechstunde.texts.Speech;
import org.sprechstunde.texts.SwitchedOff;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsApp;

/** The automatic texts of the town on their way to a citizen, in the citizen's language. */
final class Voice {
    private static final int ATTEMPTS = 4;

    private final WhatsApp whatsApp;
    private final CitizenTexts texts;
    private final SwitchedOff switchedOff;
    private final OfficeHours officeHours;

    Voice(WhatsApp whatsApp, Settings settings) {
        this.whatsApp = whatsApp;
        this.texts = new CitizenTexts(settings);
        this.switchedOff = SwitchedOff.of(settings);
        this.officeHours = OfficeHours.of(settings);
    }

    /** Whether the town does not want {@code text} to be sent. */
    boolean isSilent(AutomaticText text) {
        return switchedOff.includes(text);
    }

    SendResult say(Enquiry enquiry, AutomaticText text) {
        Speech speech = texts.in(enquiry.identity().language());
        String words = text == AutomaticText.GREETING ? greeting(enquiry, speech) : speech.get(text);
        return whatsApp.send(enquiry.identity(), words, Optional.empty());
    }

    /** Whoever begins outside office hours is told so at once, in the same message. */
    private String greeting(Enquiry enquiry, Speech speech) {
        boolean outside = !isSilent(AutomaticText.OUTSIDE_HOURS) && officeHours.isOutside(enquiry.opened());
        String paragraph = outside ? speech.get("greeting.outside") : "";
        return speech.get(AutomaticText.GREETING.word(), Map.of("outside", paragraph));
    }

    /** What becomes of the task to say something, after this came of it. */
    static Work.Result after(SendResult said, Task task) {
        return switch (said) {
            case SendResult.Accepted _ -> Work.Result.DONE;
            case SendResult.Refused(OptionalLong code) -> {
                Log.event(Event.WHATSAPP_PROBLEM, Detail.code(code.orElse(0)));
                yield task.attempts() + 1 < ATTEMPTS ? Work.Result.LATER : Work.Result.DONE;
            }
            // Twice would be odd, not at all would keep it from the citizen; but what WhatsApp has not
            // answered it has usually sent.
            case SendResult.Unclear _ -> Work.Result.DONE;
        };
    }
}
