/**
 * Stands in for what an AWS account knows of the town besides its stores: the secret, the key that signs, the stack's description, the
 * mayor's logins, the API's stages. {@code AwsAccountStandIn} takes the calls; only those that functions and {@code infra/connect} make are
 * answered.
 */
@NullMarked
package org.sprechstunde.local.account;

import org.jspecify.annotations.NullMarked;
