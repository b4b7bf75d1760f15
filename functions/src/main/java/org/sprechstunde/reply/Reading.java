package org.sprechstunde.reply;

/** What was read from a request: a draft, or why there is none. */
sealed interface Reading permits ReplyRequest, Refused {}
