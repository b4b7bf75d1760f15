/**
 * A step of the build, not of the functions: what they start with is compiled so that it loads sooner. {@link
 * org.sprechstunde.desugar.Desugar} is run from its source before the functions are packaged, and tested with them.
 */
@NullMarked
package org.sprechstunde.desugar;

import org.jspecify.annotations.NullMarked;
