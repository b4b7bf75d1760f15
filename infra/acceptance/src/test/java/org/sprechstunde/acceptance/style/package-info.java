/** How the code looks: one formatter, no discussion. */
@NullMarked
package org.sprechstunde.acceptance.style;

import org.jspecify.annotations.NullMarked;
