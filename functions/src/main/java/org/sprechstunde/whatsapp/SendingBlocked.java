package org.sprechstunde.whatsapp;

import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;

/** A refusal that stops more than one message, whether WhatsApp tells it at once or by a status. */
public final class SendingBlocked {
    private SendingBlocked() {}

    /** Says so in the log and as a metric, if only the admin can mend {@code reason}. */
    public static void tell(FailureReason reason) {
        switch (reason.alarm()) {
            case SENDING_BLOCKED -> Log.event(LogEvent.SENDING_BLOCKED, LogField.what(reason));
            case TEMPLATE_STOPPED -> Log.event(LogEvent.TEMPLATE_STOPPED, LogField.what(reason));
            case NONE -> {}
        }
    }
}
