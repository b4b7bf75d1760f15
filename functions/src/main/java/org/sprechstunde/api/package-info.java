/** How enquiries and messages look in the API's JSON; {@code openapi.yaml} describes the same. */
@NullMarked
package org.sprechstunde.api;

import org.jspecify.annotations.NullMarked;
