/**
 * The mayor's answer: written down as pending, then sent, then marked. Start at
 * {@link org.sprechstunde.reply.ReplyFunction}; the order is {@link org.sprechstunde.reply.ReplySender}'s. Beside it what
 * the mayor says without words, in {@link org.sprechstunde.reply.MayorReactions} and {@link org.sprechstunde.reply.ReadReceipts}.
 */
@NullMarked
package org.sprechstunde.reply;

import org.jspecify.annotations.NullMarked;
