/**
 * The calls of WhatsApp's Cloud API: {@link org.sprechstunde.whatsapp.WhatsAppClient} makes them, {@code inbound} reads what
 * comes. Knows the domain's values, not where they are stored.
 */
@NullMarked
package org.sprechstunde.whatsapp;

import org.jspecify.annotations.NullMarked;
