package org.sprechstunde.reply;

import org.sprechstunde.platform.Problem;

/** Why nothing is sent. */
record Refused(Problem problem) implements Reading, ReplyPreparation.Result, ReplyResult {}
