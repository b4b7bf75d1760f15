package org.sprechstunde.autoreply;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.sprechstunde.autoreply.text.DisabledAutoReplies;
import org.sprechstunde.autoreply.text.OfficeHours;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Settings;

/** Which automatic texts arriving messages, and time, give cause to, besides the greeting. */
public final class AutoReplyRules {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BEFORE_THE_WINDOW_CLOSES = Duration.ofHours(3);

    private final OfficeHours officeHours;
    private final DisabledAutoReplies disabledAutoReplies;

    public AutoReplyRules(Settings settings) {
        this.officeHours = OfficeHours.of(settings);
        this.disabledAutoReplies = DisabledAutoReplies.of(settings);
    }

    /** Each once, however many of {@code contents}, which arrived together at {@code arrival}, give cause to it. */
    public Set<AutoReply> of(List<MessageContent> contents, Enquiry enquiry, Instant arrival) {
        Set<AutoReply> caused = EnumSet.noneOf(AutoReply.class);
        for (MessageContent content : contents) {
            if (content instanceof MessageContent.Unknown(String _, OptionalLong code)) {
                boolean file = FailureReason.of(code) == FailureReason.FILE_UNREADABLE;
                caused.add(file ? AutoReply.TOO_LARGE : AutoReply.UNREADABLE);
            }
        }
        if (officeHours.isOutside(arrival) && !isSaidByTheGreeting(enquiry, arrival)) {
            caused.add(AutoReply.OUTSIDE_HOURS);
        }
        caused.removeAll(disabledAutoReplies.texts());
        return caused;
    }

    private boolean isSaidByTheGreeting(Enquiry enquiry, Instant arrival) {
        return !disabledAutoReplies.includes(AutoReply.GREETING)
                && officeHours.isOutside(enquiry.opened())
                && arrival.isBefore(enquiry.opened().plus(DAY));
    }

    /** Whether somebody is told that the window closes soon: they still wait, nothing is on its way, and they are awake. */
    public boolean isWindowClosing(Enquiry enquiry, Instant now) {
        Instant end = enquiry.replyUntil();
        return enquiry.waitingSince().isPresent()
                && enquiry.times().sendingUntil().filter(now::isBefore).isEmpty()
                && now.isBefore(end)
                && !now.isBefore(end.minus(BEFORE_THE_WINDOW_CLOSES))
                && !OfficeHours.isNight(now)
                && !disabledAutoReplies.includes(AutoReply.WINDOW_CLOSES);
    }
}
