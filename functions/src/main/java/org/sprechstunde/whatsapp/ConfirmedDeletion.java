package org.sprechstunde.whatsapp;

import java.io.IOException;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;

/** What came of asking WhatsApp to delete something. It is certified, so only what says so counts. */
final class ConfirmedDeletion {
    private ConfirmedDeletion() {}

    interface Call {
        GraphResponse make() throws IOException;
    }

    /** Done if WhatsApp has deleted it or has no such object; a 404 may come from anywhere, and a wrong parameter says nothing. */
    static BestEffort of(Call call) {
        try {
            GraphResponse answer = call.make();
            boolean deleted = answer.isOk() && answer.body().path("success").asBoolean();
            if (deleted || answer.isNoSuchObject()) {
                return BestEffort.DONE;
            }
            Log.event(LogEvent.DELETION_REFUSED, LogField.code(answer.code().orElse(answer.status())));
            return BestEffort.FAILED;
        } catch (IOException e) {
            return BestEffort.UNKNOWN;
        }
    }
}
