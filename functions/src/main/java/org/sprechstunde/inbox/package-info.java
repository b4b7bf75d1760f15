/**
 * What the mayor sees: the list of open enquiries, and one of them with all its messages.
 */
@NullMarked
package org.sprechstunde.inbox;

import org.jspecify.annotations.NullMarked;
