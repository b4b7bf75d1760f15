/**
 * What a function stands on: environment, clients, secrets, HTTP envelope, log. Knows nothing of
 * enquiries; everything else may use it. Start at {@link org.sprechstunde.platform.Platform}.
 */
@NullMarked
package org.sprechstunde.platform;

import org.jspecify.annotations.NullMarked;
