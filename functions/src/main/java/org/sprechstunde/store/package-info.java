/**
 * The town's memory: one table, one bucket, and the form in which values lie there. {@link org.sprechstunde.store.ItemKey}
 * shows the table; only here is DynamoDB spoken.
 */
@NullMarked
package org.sprechstunde.store;

import org.jspecify.annotations.NullMarked;
