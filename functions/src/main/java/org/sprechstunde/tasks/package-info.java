/** What outlives an invocation, begun within a second by the table's stream. The work itself is in {@code work}. */
@NullMarked
package org.sprechstunde.tasks;

import org.jspecify.annotations.NullMarked;
