/**
 * Reads {@code template.yaml} as CloudFormation would, as far as a town on one computer needs it.
 * Start at {@link org.sprechstunde.local.template.TownTemplate}; what it cannot understand is an exception.
 */
@NullMarked
package org.sprechstunde.local.template;

import org.jspecify.annotations.NullMarked;
