/**
 * Checks a small model of a protocol exhaustively: each {@link org.sprechstunde.model.search.Actor} says what may happen
 * next in a world, {@link org.sprechstunde.model.search.Promises} what must hold, and {@link
 * org.sprechstunde.model.search.StateSearch} visits every world.
 */
@NullMarked
package org.sprechstunde.model.search;

import org.jspecify.annotations.NullMarked;
