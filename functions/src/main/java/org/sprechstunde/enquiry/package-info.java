/**
 * What an enquiry is, for how long it stands and how it is sealed: values alone, which know neither Lambda nor AWS.
 * Start at {@link org.sprechstunde.enquiry.Enquiry}.
 */
@NullMarked
package org.sprechstunde.enquiry;

import org.jspecify.annotations.NullMarked;
