package org.sprechstunde.whatsapp;

import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.enquiry.FailureReason.Remedy;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;

/** A refusal that stops more than one message, whether WhatsApp tells it at once or by a status. */
public final class Blockage {
    private Blockage() {}

    /** Says so in the log and as a metric, if only the admin can mend {@code reason}. */
    public static void tell(FailureReason reason) {
        if (reason.remedy() == Remedy.ADMIN) {
            Log.event(Event.SENDING_BLOCKED, Detail.what(reason));
        }
    }
}
