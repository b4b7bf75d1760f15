/** The functions through the local town: real events, real stores, a stand-in for WhatsApp that misbehaves. */
@NullMarked
package org.sprechstunde.acceptance.town;

import org.jspecify.annotations.NullMarked;
