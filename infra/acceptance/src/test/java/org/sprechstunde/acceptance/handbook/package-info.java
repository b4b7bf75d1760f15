/**
 * The handbook held against what it speaks of: links, commands, alarms, parameters, stores, figures.
 * Start at {@link org.sprechstunde.acceptance.handbook.Handbook}.
 */
@NullMarked
package org.sprechstunde.acceptance.handbook;

import org.jspecify.annotations.NullMarked;
