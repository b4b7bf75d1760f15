/**
 * Every write's condition, each by itself against a real table: when it lets the write through, and when it does not.
 * Start with {@link org.sprechstunde.acceptance.conditions.WriteConditionsTest}; a condition that is new belongs there.
 * And what each change makes a page see that has the enquiry open: {@link
 * org.sprechstunde.acceptance.conditions.NothingNewTest}. And that a key named twice is one to the table: {@link
 * org.sprechstunde.acceptance.conditions.NamedTwiceTest}.
 */
@NullMarked
package org.sprechstunde.acceptance.conditions;

import org.jspecify.annotations.NullMarked;
