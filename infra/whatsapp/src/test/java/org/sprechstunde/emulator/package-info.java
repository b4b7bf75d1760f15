/**
 * The WhatsApp emulator, held against what Meta does: real HTTP on both sides, a {@code WebhookReceiver} in place of the town.
 */
@NullMarked
package org.sprechstunde.emulator;

import org.jspecify.annotations.NullMarked;
