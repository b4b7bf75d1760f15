package org.sprechstunde.whatsapp;

import org.sprechstunde.platform.Json;

/** Reads what WhatsApp answers to a message. */
final class SendResultParser {
    private SendResultParser() {}

    /** An error without a code may come from somewhere on the way: then nobody knows. */
    static SendResult parse(GraphResponse answer) {
        if (answer.isOk()) {
            return new SendResult.Accepted(Json.text(answer.body().at("/messages/0"), "id"));
        }
        if (answer.code().isEmpty() && answer.status() / 100 == 5) {
            return new SendResult.Unclear();
        }
        SendResult.Refused refused = new SendResult.Refused(answer.code(), answer.patience());
        SendingBlocked.tell(refused.reason());
        return refused;
    }
}
