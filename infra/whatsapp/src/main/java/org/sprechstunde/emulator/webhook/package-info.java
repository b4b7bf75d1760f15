/**
 * From Meta to the town: {@code Envelope} builds a webhook in today's shape, {@code WebhookSender} signs and delivers it, in
 * each citizen's order and again until the town answers 200.
 */
@NullMarked
package org.sprechstunde.emulator.webhook;

import org.jspecify.annotations.NullMarked;
