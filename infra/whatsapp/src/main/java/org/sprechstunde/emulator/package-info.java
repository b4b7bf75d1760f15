/**
 * The WhatsApp emulator: {@code WhatsAppEmulator} is the whole of it for tests and the runner. Behind it: {@code chat} (what
 * phones remember), {@code phone} (citizens' side), {@code webhook} (to the town), {@code graph} (from the town),
 * {@code faults} (misbehaviour), {@code web} (HTTP).
 */
@NullMarked
package org.sprechstunde.emulator;

import org.jspecify.annotations.NullMarked;
