/**
 * What a month costs: real calls of a typical enquiry, counted on the running town, times a list of prices.
 * Start at {@link org.sprechstunde.acceptance.costs.MonthlyBill}.
 */
@NullMarked
package org.sprechstunde.acceptance.costs;

import org.jspecify.annotations.NullMarked;
