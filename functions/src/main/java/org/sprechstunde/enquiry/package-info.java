/**
 * What an enquiry is and for how long it stands: values alone, which know neither Lambda nor AWS. Start at
 * {@link org.sprechstunde.enquiry.Enquiry}.
 */
@NullMarked
package org.sprechstunde.enquiry;

import org.jspecify.annotations.NullMarked;
