/**
 * Runs functions as Lambda would: one event at a time per instance, with a deadline, and nothing but
 * JSON in between. {@link org.sprechstunde.local.engine.Engine} says what an engine can do.
 */
@NullMarked
package org.sprechstunde.local.engine;

import org.jspecify.annotations.NullMarked;
