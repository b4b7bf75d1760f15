/**
 * The town on one computer: reads template.yaml, starts what it needs and runs the real functions.
 * {@link org.sprechstunde.local.LocalTownMain} is the command, {@link org.sprechstunde.local.LocalTown} the same for tests.
 */
@NullMarked
package org.sprechstunde.local;

import org.jspecify.annotations.NullMarked;
