/**
 * The resolve protocol as a small model: {@link org.sprechstunde.model.forgetting.ModelState} is what there is, {@link
 * org.sprechstunde.model.forgetting.ModelPromises} what must hold in every world, and {@link
 * org.sprechstunde.model.forgetting.ModelMutation} names mistakes that the model must find.
 */
@NullMarked
package org.sprechstunde.model.forgetting;

import org.jspecify.annotations.NullMarked;
