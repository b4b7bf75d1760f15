/**
 * The town under fire: real handlers and real stores, one scheduler that decides who goes on, which call fails
 * before or after it took effect, and who dies. A seed is a whole run; start at
 * {@link org.sprechstunde.acceptance.simulation.Schedule}.
 */
@NullMarked
package org.sprechstunde.acceptance.simulation;

import org.jspecify.annotations.NullMarked;
