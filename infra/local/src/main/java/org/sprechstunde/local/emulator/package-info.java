/**
 * Starts DynamoDB Local, S3Proxy and the OIDC server, each behind a class loader of its own.
 * Their dependencies clash, so nothing of theirs is on our class path and all calls are by reflection; what extends a class of theirs is settled there.
 */
@NullMarked
package org.sprechstunde.local.emulator;

import org.jspecify.annotations.NullMarked;
