package org.sprechstunde.reply;

/**
 * An answer on its way.
 *
 * @param mark the seen mark of its idempotency key
 */
record ReplyOrder(String mark, ReplyRequest draft, Ready ready) {}
