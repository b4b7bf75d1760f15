package org.sprechstunde.reply;

/** Why a request sends nothing. */
sealed interface NotSent extends WritingDown.Result, Outbox.Result permits Before, Refused {}
