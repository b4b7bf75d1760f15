/**
 * Forgetting, the central promise. Start at {@link org.sprechstunde.erasure.KeyDestruction}, the commit point;
 * {@link org.sprechstunde.erasure.EnquiryErasure} is what follows: the rest goes from both stores and from WhatsApp, and is
 * looked for again. Used by resolve, sweep, webhook and tasks.
 */
@NullMarked
package org.sprechstunde.erasure;

import org.jspecify.annotations.NullMarked;
