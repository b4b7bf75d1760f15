/**
 * What benchmarks write down. They are tests by form only: no build runs them, {@code infra/bench/run} and
 * {@code infra/bench/growth} do.
 */
@NullMarked
package org.sprechstunde.acceptance.bench;

import org.jspecify.annotations.NullMarked;
