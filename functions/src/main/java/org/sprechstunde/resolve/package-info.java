/**
 * Resolved means gone: the commit point and what follows. The order is the promise; it is written down
 * in {@link org.sprechstunde.resolve.Resolver}.
 */
@NullMarked
package org.sprechstunde.resolve;

import org.jspecify.annotations.NullMarked;
