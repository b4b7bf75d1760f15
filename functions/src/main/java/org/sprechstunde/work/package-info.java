/**
 * Work that outlives one invocation: fetching files, greeting, forgetting. Begun by the stream or the
 * sweep, whoever comes first; start at {@link org.sprechstunde.work.Work}.
 */
@NullMarked
package org.sprechstunde.work;

import org.jspecify.annotations.NullMarked;
