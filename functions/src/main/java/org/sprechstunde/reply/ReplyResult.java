package org.sprechstunde.reply;

import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.Problem;

/** What came of the wish to send an answer. */
sealed interface ReplyResult {

    /** It is with WhatsApp, has been refused there, or nobody knows yet: {@code message} says which. */
    record Sent(Message message) implements ReplyResult {}

    /** Nothing was sent this time. */
    sealed interface NotSent extends ReplyResult, ReplyTransaction.Result, SecondSending.Result {}

    /** The same key had already sent this. */
    record AlreadySent(Message message) implements NotSent {}

    /** It cannot be sent. */
    record Refused(Problem problem) implements NotSent, ReplyRequestParser.Result, ReplyPreparation.Result {}
}
