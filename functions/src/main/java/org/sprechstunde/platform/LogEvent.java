package org.sprechstunde.platform;

import java.util.Locale;
import java.util.Optional;

/** Everything that the log can say. An event with a metric is also counted in CloudWatch. */
public enum LogEvent {
    MESSAGE_STORED(true),
    MESSAGE_SEEN_BEFORE(false),
    MESSAGE_NOT_STORED(true),
    WORD_ANSWERED(true),
    WORD_SEEN_BEFORE(false),
    WORD_NOT_ANSWERED(true),
    /** Within ten minutes: it was answered already. */
    WORD_REPEATED(false),
    /** What WhatsApp does not let the town answer waits for the mayor. */
    WORD_HANDED_OVER(false),
    /** After a farewell; nothing of them is stored. */
    THANKS_TAKEN(false),
    /** Of what one citizen can make the town pay for. */
    DAILY_LIMIT_REACHED(false),
    ERASED_AT_OWN_WISH(true),
    MESSAGE_EDITED(false),
    MESSAGE_REVOKED(false),
    MESSAGE_REACTED(false),
    MESSAGE_UNUSABLE(true),
    CITIZEN_MOVED(false),
    CHANGE_FORGOTTEN(false),
    GROUP_MESSAGE_DECLINED(false),
    WEBHOOK_REFUSED(true),
    /** At the secret address, but not signed with our app secret: whoever knows no secret at all does not get this far. */
    SIGNATURE_WRONG(true),
    WEBHOOK_IGNORED(false),
    STATUS_APPLIED(false),
    STATUS_FORGOTTEN(false),
    WHATSAPP_PROBLEM(true),
    WHATSAPP_NOTICE(true),
    WHATSAPP_NEWS(false),
    TEMPLATE_STOPPED(true),
    WEBHOOK_LOST(true),
    MEDIA_STORED(true),
    /** A file cannot be had now, for WhatsApp's reason with this code; it is tried again. */
    MEDIA_WAITS(false),
    MEDIA_LOST(true),
    FILE_FORGOTTEN(false),
    MEDIA_TOO_LATE(false),
    GREETING_SENT(false),
    CITIZEN_TOLD(false),
    GROUP_TOLD(false),
    GROUP_NOT_TOLD(false),
    TASK_POSTPONED(true),
    /** Work does not get done: nobody came for it in time, or it has failed for an hour. */
    TASK_OVERDUE(true),
    TASK_GONE(false),
    ATTACHMENT_NOT_TAKEN(true),
    REPLY_SENT(true),
    REPLY_REFUSED(true),
    REPLY_UNCLEAR(true),
    /** Its enquiry was erased between two tries to send it. */
    REPLY_TAKEN_BACK(false),
    /** Until it runs out, a farewell waits for what has long arrived. */
    LEASE_NOT_ENDED(false),
    REACTION_SENT(false),
    REACTION_NOT_TAKEN(true),
    SIGN_NOT_TAKEN(false),
    MAYOR_TOLD(false),
    MAYOR_NOT_TOLD(true),
    /** No answer goes out until the admin has done something at WhatsApp. */
    SENDING_BLOCKED(true),
    RESOLVED(true),
    /** Colleagues do not see that somebody has it open. */
    PRESENCE_NOT_NOTED(false),
    /** Colleagues are not told who has resolved it: the name could not be read, or not be sealed. */
    RESOLVER_NOT_NAMED(false),
    /** A login has listed, opened, answered or resolved. */
    MAYOR_ACTED(false),
    ERASED(true),
    FAREWELL_NOT_NOTED(false),
    /** An erasure has its line to come, but its citizen was told no code for it. */
    CODE_NOT_TOLD(false),
    /** By KMS, for a line of the log of erasures, with this HTTP status; the next hour tries again. */
    SIGNATURE_REFUSED(false),
    /** WhatsApp did not delete what it was asked to; it is asked again. */
    DELETION_REFUSED(false),
    /** It never did: an admin must look into the contact book, or switch it off. */
    COPIES_REMAIN(false),
    EXPIRED(true),
    LEFTOVERS_FOUND(true),
    FAILED(true);

    private final boolean metric;

    LogEvent(boolean metric) {
        this.metric = metric;
    }

    /** Its name in CloudWatch, if it is counted: {@code MessageStored}. */
    public Optional<String> metric() {
        return metric ? Optional.of(camelCase()) : Optional.empty();
    }

    private String camelCase() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
