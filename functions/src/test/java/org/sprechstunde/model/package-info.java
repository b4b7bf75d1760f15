/**
 * The resolve protocol as a small model, checked exhaustively: {@link org.sprechstunde.model.ModelState} is what there is,
 * each {@link org.sprechstunde.model.Actor} what may happen next, {@link org.sprechstunde.model.ModelPromises} what must
 * hold in every world, {@link org.sprechstunde.model.StateSearch} visits all of them. {@link
 * org.sprechstunde.model.ModelMutation} names mistakes that the model must find.
 */
@NullMarked
package org.sprechstunde.model;

import org.jspecify.annotations.NullMarked;
