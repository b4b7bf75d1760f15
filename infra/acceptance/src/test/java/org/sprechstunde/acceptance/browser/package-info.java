/** Citizen and mayor at their screens: a real browser, real files, the whole town behind it. */
@NullMarked
package org.sprechstunde.acceptance.browser;

import org.jspecify.annotations.NullMarked;
