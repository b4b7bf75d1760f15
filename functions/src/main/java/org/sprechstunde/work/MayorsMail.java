package org.sprechstunde.work;

import java.util.Map;
import java.util.Optional;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Settings.MailSettings;
import org.sprechstunde.platform.Texts;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Tells the mayor by e-mail that something waits on the page: never who or what, since mailboxes remember. A courtesy:
 * where it fails, that is logged, and everything goes on.
 */
public final class MayorsMail {
    private final Optional<Sender> sender;
    private final Map<String, String> values;
    private final Texts texts = Texts.load("mayor");

    private record Sender(SnsClient client, String topic) {}

    public MayorsMail(Platform platform) {
        MailSettings mail = platform.settings().mail();
        this.sender = mail.topic().map(topic -> new Sender(platform.aws().sns(), topic));
        this.values = Map.of(
                "town", platform.settings().town(),
                "hours", hours(mail.reminder().toHours()),
                "page", mail.page().toString());
    }

    public void tell(Notice notice) {
        sender.ifPresent(through -> publish(through, notice));
    }

    private void publish(Sender through, Notice notice) {
        try {
            through.client()
                    .publish(mail -> mail.topicArn(through.topic())
                            .subject(texts.get(notice.word() + ".subject", values))
                            .message(texts.get(notice.word() + ".body", values)));
            Log.event(Event.MAYOR_TOLD, Detail.what(notice));
        } catch (SdkException e) {
            Log.event(Event.MAYOR_NOT_TOLD, Detail.what(notice), Detail.cause(e));
        }
    }

    private String hours(long count) {
        return count == 1 ? texts.get("hours.one") : texts.get("hours.many", Map.of("count", Long.toString(count)));
    }
}
