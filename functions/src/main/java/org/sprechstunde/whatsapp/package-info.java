/**
 * WhatsApp's Cloud API: what its webhooks say, checked and parsed leniently, and the calls of its Graph
 * API. Knows the domain's values, not where they are stored.
 */
@NullMarked
package org.sprechstunde.whatsapp;

import org.jspecify.annotations.NullMarked;
