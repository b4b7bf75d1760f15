package org.sprechstunde.webhook;

import java.util.Collections;
import java.util.EnumSet;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.whatsapp.Notice;
import org.sprechstunde.whatsapp.Skipped;
import org.sprechstunde.whatsapp.Webhook;

/** Tells the admin, by log and metric, what a delivery says besides citizens' messages: that it does, never what. */
final class Account {
    /** WhatsApp could not deliver a webhook and has given up: a message may be lost, and nobody knows whose. */
    private static final long LOST = 131_035;

    private Account() {}

    static void tell(Webhook webhook) {
        webhook.problems().forEach(code -> {
            Event event = code == LOST ? Event.WEBHOOK_LOST : Event.WHATSAPP_PROBLEM;
            Log.event(event, Detail.code(code));
        });
        webhook.notices().forEach(notice -> Log.event(event(notice), Detail.what(notice)));
        if (!webhook.declined().isEmpty()) {
            Log.event(
                    Event.GROUP_MESSAGE_DECLINED,
                    Detail.count(webhook.declined().size()));
        }
        if (!webhook.skipped().isEmpty()) {
            EnumSet.copyOf(webhook.skipped()).forEach(why -> skipped(webhook, why));
        }
    }

    /** What an admin need not act on rings no alarm. */
    private static Event event(Notice notice) {
        return switch (notice) {
            case CALL, NAME, TEMPLATE -> Event.WHATSAPP_NEWS;
            case TEMPLATE_STOPPED -> Event.TEMPLATE_STOPPED;
            case ACCOUNT, ALERT, CAPABILITY, COEXISTENCE, PAYMENT, QUALITY, SECURITY, STANDBY -> Event.WHATSAPP_NOTICE;
        };
    }

    private static void skipped(Webhook webhook, Skipped why) {
        int count = Collections.frequency(webhook.skipped(), why);
        Log.event(why.isLoss() ? Event.MESSAGE_UNUSABLE : Event.WEBHOOK_IGNORED, Detail.what(why), Detail.count(count));
    }
}
