/**
 * What outlives an invocation, begun within a second by the table's stream or by the sweep, whoever comes first. Start at
 * {@link org.sprechstunde.tasks.TaskRunner}; the work itself is in {@code media}, {@code autoreply} and {@code erasure}.
 */
@NullMarked
package org.sprechstunde.tasks;

import org.jspecify.annotations.NullMarked;
