/**
 * On time, whatever failed: expired enquiries, reminders and, once an hour, leftovers; then due tasks. Start at
 * {@link org.sprechstunde.sweep.SweepFunction}.
 */
@NullMarked
package org.sprechstunde.sweep;

import org.jspecify.annotations.NullMarked;
