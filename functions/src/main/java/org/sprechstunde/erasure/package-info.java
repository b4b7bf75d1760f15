/**
 * Forgetting, the central promise. Start at {@link org.sprechstunde.erasure.EnquiryErasure}: what is left once the key is
 * gone goes from both stores and from WhatsApp, and is looked for again. Used by resolve, sweep, webhook and tasks.
 */
@NullMarked
package org.sprechstunde.erasure;

import org.jspecify.annotations.NullMarked;
