/**
 * In: WhatsApp's deliveries are verified, every message is made durable, then the answer is 200.
 * Start at {@link org.sprechstunde.webhook.WebhookFunction}; the transaction is built by
 * {@link org.sprechstunde.webhook.IntakeTransaction} and committed by {@link org.sprechstunde.webhook.MessageIntake}.
 */
@NullMarked
package org.sprechstunde.webhook;

import org.jspecify.annotations.NullMarked;
