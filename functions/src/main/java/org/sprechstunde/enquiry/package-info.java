/**
 * What a town keeps of a conversation, and for how long: values, their sealing, the table, the bucket.
 * Start at {@link org.sprechstunde.enquiry.Enquiry}; {@link org.sprechstunde.enquiry.Keys} shows the table.
 */
@NullMarked
package org.sprechstunde.enquiry;

import org.jspecify.annotations.NullMarked;
