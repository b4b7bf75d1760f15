package org.sprechstunde.reply;

/** Why a request sends nothing. */
sealed interface ReplyResult extends ReplyTransaction.Result, ReplySender.Result permits Before, Refused {}
