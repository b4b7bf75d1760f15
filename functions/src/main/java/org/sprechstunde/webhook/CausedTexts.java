package org.sprechstunde.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.sprechstunde.enquiry.AutomaticText;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.texts.OfficeHours;
import org.sprechstunde.texts.SwitchedOff;

/** Which automatic texts arriving messages give cause to, besides the greeting. */
final class CausedTexts {
    private static final Duration DAY = Duration.ofDays(1);

    private final OfficeHours officeHours;
    private final SwitchedOff switchedOff;

    CausedTexts(Settings settings) {
        this.officeHours = OfficeHours.of(settings);
        this.switchedOff = SwitchedOff.of(settings);
    }

    /** Each once, however many of {@code contents}, which arrived together at {@code arrival}, give cause to it. */
    Set<AutomaticText> of(List<Content> contents, Enquiry enquiry, Instant arrival) {
        Set<AutomaticText> caused = EnumSet.noneOf(AutomaticText.class);
        for (Content content : contents) {
            if (content instanceof Content.Unknown(String _, OptionalLong code)) {
                boolean file = FailureReason.of(code) == FailureReason.FILE_UNREADABLE;
                caused.add(file ? AutomaticText.TOO_LARGE : AutomaticText.UNREADABLE);
            }
        }
        if (officeHours.isOutside(arrival) && !isSaidByTheGreeting(enquiry, arrival)) {
            caused.add(AutomaticText.OUTSIDE_HOURS);
        }
        caused.removeAll(switchedOff.texts());
        return caused;
    }

    private boolean isSaidByTheGreeting(Enquiry enquiry, Instant arrival) {
        return !switchedOff.includes(AutomaticText.GREETING)
                && officeHours.isOutside(enquiry.opened())
                && arrival.isBefore(enquiry.opened().plus(DAY));
    }
}
