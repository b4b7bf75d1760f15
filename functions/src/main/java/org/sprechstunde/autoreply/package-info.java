/**
 * What the town says by itself, to citizens on WhatsApp and to the mayor by e-mail: when it is said and that it is said
 * once. Start at {@link org.sprechstunde.autoreply.GreetingTask}; the words are in {@code text}.
 */
@NullMarked
package org.sprechstunde.autoreply;

import org.jspecify.annotations.NullMarked;
