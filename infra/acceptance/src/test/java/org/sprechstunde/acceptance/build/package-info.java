/**
 * What a build promises: which tests run when and for how long searches go on, what a release holds, and what is published
 * of it.
 */
@NullMarked
package org.sprechstunde.acceptance.build;

import org.jspecify.annotations.NullMarked;
