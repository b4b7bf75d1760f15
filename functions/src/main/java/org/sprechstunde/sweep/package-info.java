/**
 * On time, whatever failed: due tasks, expired enquiries, reminders and, once an hour, leftovers. Start at
 * {@link org.sprechstunde.sweep.SweepFunction}.
 */
@NullMarked
package org.sprechstunde.sweep;

import org.jspecify.annotations.NullMarked;
