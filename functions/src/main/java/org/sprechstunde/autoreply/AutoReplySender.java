package org.sprechstunde.autoreply;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.autoreply.text.DisabledAutoReplies;
import org.sprechstunde.autoreply.text.LocalizedTexts;
import org.sprechstunde.autoreply.text.OfficeHours;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.TaskResult;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.store.DailyUse;
import org.sprechstunde.store.SendingLease;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;

/** The automatic texts of the town on their way to a citizen, in the citizen's language. */
public final class AutoReplySender {
    private static final int ATTEMPTS = 4;
    private static final Map<String, String> FILES = Map.of("files", Integer.toString(DailyUse.Kind.FILE.most()));

    private final Services services;
    private final WhatsAppClient whatsApp;
    private final CitizenTexts texts;
    private final DisabledAutoReplies disabledAutoReplies;
    private final OfficeHours officeHours;
    private final DailyUse dailyUse;

    public AutoReplySender(Services services) {
        Settings settings = services.platform().settings();
        this.services = services;
        this.whatsApp = WhatsAppClient.of(services);
        this.texts = CitizenTexts.of(services);
        this.disabledAutoReplies = DisabledAutoReplies.of(settings);
        this.officeHours = OfficeHours.of(settings);
        this.dailyUse = DailyUse.of(services);
    }

    /** Whether the town does not want {@code text} to be sent. */
    boolean isSilent(AutoReply text) {
        return disabledAutoReplies.includes(text);
    }

    private static DailyUse.Kind kind(AutoReply text) {
        return text == AutoReply.EMERGENCY ? DailyUse.Kind.EMERGENCY : DailyUse.Kind.AUTO_REPLY;
    }

    /**
     * What came of it; empty if the town says no more by itself to this citizen today, or the enquiry has gone, so that nobody
     * is told anything after "deleted". What did not go out may be said later today.
     */
    Optional<SendResult> say(Enquiry enquiry, AutoReply text) {
        if (!enquiry.identity().isTold() || !dailyUse.take(enquiry.citizen(), kind(text))) {
            return Optional.empty();
        }
        Optional<SendResult> said = Optional.empty();
        try {
            said = send(enquiry, text);
        } finally {
            if (!mayBeOut(said)) {
                dailyUse.giveBack(enquiry.citizen(), kind(text));
            }
        }
        return said;
    }

    /** Whether it is on its way to the citizen, as far as anybody knows. */
    static boolean mayBeOut(Optional<SendResult> said) {
        return said.filter(result -> !(result instanceof SendResult.Refused)).isPresent();
    }

    private Optional<SendResult> send(Enquiry enquiry, AutoReply text) {
        var lease = SendingLease.on(services, enquiry, WhatsAppClient.LONGEST_CALL);
        Optional<SendResult> said = lease.next()
                .map(standing -> whatsApp.send(standing.identity(), words(standing, text), Optional.empty()));
        if (said.filter(result -> !(result instanceof SendResult.Unclear)).isPresent()) {
            lease.end();
        }
        return said;
    }

    private String words(Enquiry enquiry, AutoReply text) {
        LocalizedTexts localizedTexts = texts.in(enquiry.identity().language());
        return switch (text) {
            case GREETING -> greeting(enquiry, localizedTexts);
            case OUTSIDE_HOURS ->
                localizedTexts.get(text.word(), Map.of("back", back(localizedTexts, enquiry.lastInbound())));
            case EMERGENCY,
                    WINDOW_CLOSES,
                    UNREADABLE,
                    TOO_LARGE,
                    FILE_AGAIN,
                    TOO_MANY_FILES,
                    FAREWELL,
                    ERASED,
                    THANKS,
                    GROUP_DECLINED -> localizedTexts.get(text.word(), FILES);
        };
    }

    /** When somebody is in the town hall again for whoever writes at {@code time}, as the language says it. */
    private String back(LocalizedTexts localizedTexts, Instant time) {
        return localizedTexts.day(officeHours.nextOpening(time));
    }

    /**
     * Whoever begins outside office hours is told so at once, in the same message. Where the privacy notice stands is said
     * even by a town that does not want to greet: it is owed when data are collected (Art. 13 GDPR).
     */
    private String greeting(Enquiry enquiry, LocalizedTexts localizedTexts) {
        if (isSilent(AutoReply.GREETING)) {
            return localizedTexts.get("greeting.notice");
        }
        boolean outside = !isSilent(AutoReply.OUTSIDE_HOURS) && officeHours.isOutside(enquiry.opened());
        String paragraph = outside
                ? localizedTexts.get("greeting.outside", Map.of("back", back(localizedTexts, enquiry.opened())))
                : "";
        return localizedTexts.get(AutoReply.GREETING.word(), Map.of("outside", paragraph));
    }

    /** What becomes of the task to say something, after this came of it. */
    static TaskResult after(SendResult said, Task task) {
        return switch (said) {
            case SendResult.Accepted _ -> TaskResult.DONE;
            case SendResult.Refused(OptionalLong code, Duration _) -> {
                Log.event(LogEvent.WHATSAPP_PROBLEM, LogField.code(code.orElse(0)));
                yield task.attempts() + 1 < ATTEMPTS ? TaskResult.LATER : TaskResult.DONE;
            }
            // Twice would be odd, not at all would keep it from the citizen; but what WhatsApp has not
            // answered it has usually sent.
            case SendResult.Unclear _ -> TaskResult.DONE;
        };
    }
}
