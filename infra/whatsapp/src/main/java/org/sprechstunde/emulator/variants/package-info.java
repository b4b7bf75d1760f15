/**
 * What WhatsApp is reported to do and Meta does not say: a {@code Variant} names one such habit, {@code Variants} has those
 * in force. Unlike a fault, a habit stays until it is switched off.
 */
@NullMarked
package org.sprechstunde.emulator.variants;

import org.jspecify.annotations.NullMarked;
