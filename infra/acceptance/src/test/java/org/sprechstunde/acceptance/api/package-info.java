/**
 * The API's description, functions/openapi.yaml: held against itself, the template and every answer.
 * Start at {@link org.sprechstunde.acceptance.api.OpenApi}.
 */
@NullMarked
package org.sprechstunde.acceptance.api;

import org.jspecify.annotations.NullMarked;
