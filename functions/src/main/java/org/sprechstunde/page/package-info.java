/**
 * Serves the mayor's page, with the headers that keep it from leaking, and what it needs to log in.
 */
@NullMarked
package org.sprechstunde.page;

import org.jspecify.annotations.NullMarked;
