/**
 * A dozen citizens with believable concerns, for showing the town to somebody. Words and files are under
 * {@code resources/demo}; {@code Demo} only sends them.
 */
@NullMarked
package org.sprechstunde.local.demo;

import org.jspecify.annotations.NullMarked;
