/**
 * Keys, sealing and pseudonyms: AES-256-GCM bound to its place, HMACs instead of names. Values in and out, no I/O; whoever
 * keeps something of a citizen uses it. Start at {@link org.sprechstunde.crypto.SealedBox}.
 */
@NullMarked
package org.sprechstunde.crypto;

import org.jspecify.annotations.NullMarked;
