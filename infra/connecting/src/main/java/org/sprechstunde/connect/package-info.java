/**
 * {@code infra/connect}: connects a deployed stack with WhatsApp. {@code Setup} has the steps in their order;
 * each says at the {@code Console} what it did and how to undo it, and changes nothing that is right already.
 */
@NullMarked
package org.sprechstunde.connect;

import org.jspecify.annotations.NullMarked;
