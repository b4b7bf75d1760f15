/**
 * What stands around the functions on AWS: tables and buckets as the template wants them, the stream
 * and the schedules that call functions, and the one call of Secrets Manager that they make.
 */
@NullMarked
package org.sprechstunde.local.stores;

import org.jspecify.annotations.NullMarked;
