/**
 * IAM on this computer: a function may call only what its role in the template grants, and every call is written down.
 * {@code CallGuard} stands before every call of the AWS SDK in this JVM, {@code SignedCallGuard} before those that a function signs
 * by itself. {@code DrainingHttpClient} lets calls end before their client is closed.
 */
@NullMarked
package org.sprechstunde.local.access;

import org.jspecify.annotations.NullMarked;
