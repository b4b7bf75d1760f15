/** Between a function and its stores: calls are answered, lost or passed on. */
@NullMarked
package org.sprechstunde.acceptance.wire;

import org.jspecify.annotations.NullMarked;
