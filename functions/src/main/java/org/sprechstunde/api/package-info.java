/**
 * How enquiries and messages look in the API's JSON, and what requests may carry; {@code openapi.yaml} describes the same.
 * Start at {@link org.sprechstunde.api.MessageJson}, and for requests at {@link org.sprechstunde.api.BodySchema}.
 */
@NullMarked
package org.sprechstunde.api;

import org.jspecify.annotations.NullMarked;
