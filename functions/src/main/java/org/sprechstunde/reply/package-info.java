/**
 * The mayor's answer: written down as pending, then sent, then marked. Start at
 * {@link org.sprechstunde.reply.ReplyFunction}; the order is {@link org.sprechstunde.reply.Outbox}'s.
 */
@NullMarked
package org.sprechstunde.reply;

import org.jspecify.annotations.NullMarked;
