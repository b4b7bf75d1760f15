/**
 * How enquiries and messages look in the API's JSON; {@code openapi.yaml} describes the same. Start at
 * {@link org.sprechstunde.api.MessageJson}.
 */
@NullMarked
package org.sprechstunde.api;

import org.jspecify.annotations.NullMarked;
