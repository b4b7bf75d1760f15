/**
 * API Gateway's HTTP API in small: routes, JWT authorizer, payload format 2.0, and the same refusals.
 * {@link org.sprechstunde.local.gateway.Gateway} is the server; all that it decides is decided in pure classes.
 */
@NullMarked
package org.sprechstunde.local.gateway;

import org.jspecify.annotations.NullMarked;
