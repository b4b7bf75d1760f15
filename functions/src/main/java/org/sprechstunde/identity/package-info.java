/**
 * Who is who: WhatsApp tells of one citizen by several ids, and not always by the same. Start at
 * {@link org.sprechstunde.identity.CitizenEnquiries}. Used by webhook, inbox and resolve.
 */
@NullMarked
package org.sprechstunde.identity;

import org.jspecify.annotations.NullMarked;
