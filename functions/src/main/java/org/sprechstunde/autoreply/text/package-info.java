/**
 * What the town says by itself: in which language, at which hours, and which of it at all. Values alone, like {@code enquiry};
 * the words stand in {@code texts/citizen.<language>.properties}. Start at {@link org.sprechstunde.autoreply.text.CitizenTexts}.
 */
@NullMarked
package org.sprechstunde.autoreply.text;

import org.jspecify.annotations.NullMarked;
