/**
 * What WhatsApp delivers, read leniently: one {@link org.sprechstunde.whatsapp.inbound.WebhookPayload} a body, in it one
 * {@link org.sprechstunde.whatsapp.inbound.InboundEvent} for each thing that a citizen did. A new kind of message begins in
 * {@link org.sprechstunde.whatsapp.inbound.ContentParser}.
 */
@NullMarked
package org.sprechstunde.whatsapp.inbound;

import org.jspecify.annotations.NullMarked;
