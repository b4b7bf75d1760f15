package org.sprechstunde.reply;

import org.sprechstunde.enquiry.Message;

/** The same key had already sent this. */
record Before(Message message) implements ReplyResult {}
