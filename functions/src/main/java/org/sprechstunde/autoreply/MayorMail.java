package org.sprechstunde.autoreply;

import java.util.Map;
import java.util.Optional;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings.MailSettings;
import org.sprechstunde.platform.Settings.Service;
import org.sprechstunde.platform.SignedCalls;
import org.sprechstunde.platform.TextFile;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells the mayor by e-mail that something waits on the page: never who or what, since mailboxes remember. A courtesy:
 * where it fails, that is logged, and everything goes on.
 */
public final class MayorMail {
    private final Optional<String> topic;
    private final SignedCalls signedCalls;
    private final Map<String, String> values;
    private final TextFile textFile = TextFile.load("mayor");

    /** What the mayor is told by e-mail; the words of each stand in the texts under its name. */
    public enum Notice {
        NEW_ENQUIRY("new-enquiry"),
        /** WhatsApp's window closes soon on somebody who still waits. */
        REMINDER("reminder");

        private final String word;

        Notice(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    public static MayorMail of(Services services) {
        return services.once(MayorMail.class, MayorMail::new);
    }

    private MayorMail(Services services) {
        Platform platform = services.platform();
        MailSettings mail = platform.settings().mail();
        this.topic = mail.topic();
        this.signedCalls = new SignedCalls(platform);
        this.values = Map.of(
                "town", platform.settings().town(),
                "hours", hours(mail.reminder().toHours()),
                "page", mail.page().toString());
    }

    public void tell(Notice notice) {
        topic.ifPresent(arn -> publish(arn, notice));
    }

    private void publish(String arn, Notice notice) {
        Map<String, String> mail = Map.of(
                "Action",
                "Publish",
                "Version",
                "2010-03-31",
                "TopicArn",
                arn,
                "Subject",
                textFile.get(notice.word() + ".subject", values),
                "Message",
                textFile.get(notice.word() + ".body", values));
        try {
            signedCalls.form(Service.SNS, mail);
            Log.event(LogEvent.MAYOR_TOLD, LogField.what(notice));
        } catch (SdkException e) {
            Log.event(LogEvent.MAYOR_NOT_TOLD, LogField.what(notice), LogField.cause(e));
        }
    }

    private String hours(long count) {
        return count == 1
                ? textFile.get("hours.one")
                : textFile.get("hours.many", Map.of("count", Long.toString(count)));
    }
}
