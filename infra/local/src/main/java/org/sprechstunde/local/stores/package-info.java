/**
 * What stands around the functions on AWS: tables and buckets as the template wants them, the stream
 * and the schedules that call functions.
 */
@NullMarked
package org.sprechstunde.local.stores;

import org.jspecify.annotations.NullMarked;
