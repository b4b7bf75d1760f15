/**
 * Thousands of webhooks, shuffled and repeated, while the store fails and functions die: nothing acknowledged is lost,
 * nothing is doubled, and each citizen's messages stand in the order in which they were written.
 */
@NullMarked
package org.sprechstunde.acceptance.delivery;

import org.jspecify.annotations.NullMarked;
