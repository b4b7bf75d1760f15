/** Least privilege, proven: after all other tests, what the functions called beside what they were granted. */
@NullMarked
package org.sprechstunde.acceptance.permissions;

import org.jspecify.annotations.NullMarked;
