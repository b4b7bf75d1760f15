/** The functions through the local town: real events, real stores, an emulator for WhatsApp that misbehaves. */
@NullMarked
package org.sprechstunde.acceptance.town;

import org.jspecify.annotations.NullMarked;
