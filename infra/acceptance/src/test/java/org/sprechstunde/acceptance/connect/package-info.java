/**
 * {@code infra/connect} against the town: the whole dialogue with scripted answers, twice; every way in which it can
 * fail; and the search for what was typed hidden.
 */
@NullMarked
package org.sprechstunde.acceptance.connect;

import org.jspecify.annotations.NullMarked;
