package org.sprechstunde.webhook;

import java.util.Collections;
import java.util.EnumSet;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.whatsapp.inbound.AccountNotice;
import org.sprechstunde.whatsapp.inbound.SkipReason;
import org.sprechstunde.whatsapp.inbound.WebhookPayload;

/** Tells the admin, by log and metric, what a delivery says besides citizens' messages: that it does, never what. */
final class WebhookLog {
    /** WhatsApp could not deliver a webhook and has given up: a message may be lost, and nobody knows whose. */
    private static final long LOST = 131_035;

    private WebhookLog() {}

    static void tell(WebhookPayload webhook) {
        webhook.problems().forEach(code -> {
            LogEvent event = code == LOST ? LogEvent.WEBHOOK_LOST : LogEvent.WHATSAPP_PROBLEM;
            Log.event(event, LogField.code(code));
        });
        webhook.notices().forEach(notice -> Log.event(event(notice), LogField.what(notice)));
        if (!webhook.declined().isEmpty()) {
            Log.event(
                    LogEvent.GROUP_MESSAGE_DECLINED,
                    LogField.count(webhook.declined().size()));
        }
        if (!webhook.skipped().isEmpty()) {
            EnumSet.copyOf(webhook.skipped()).forEach(why -> skipped(webhook, why));
        }
    }

    /** What an admin need not act on rings no alarm. */
    private static LogEvent event(AccountNotice notice) {
        return switch (notice) {
            case CALL, NAME, TEMPLATE -> LogEvent.WHATSAPP_NEWS;
            case TEMPLATE_STOPPED -> LogEvent.TEMPLATE_STOPPED;
            case ACCOUNT, ALERT, CAPABILITY, COEXISTENCE, PAYMENT, QUALITY, SECURITY, STANDBY ->
                LogEvent.WHATSAPP_NOTICE;
        };
    }

    private static void skipped(WebhookPayload webhook, SkipReason why) {
        int count = Collections.frequency(webhook.skipped(), why);
        Log.event(
                why.isLoss() ? LogEvent.MESSAGE_UNUSABLE : LogEvent.WEBHOOK_IGNORED,
                LogField.what(why),
                LogField.count(count));
    }
}
