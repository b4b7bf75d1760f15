/**
 * The JDK's HTTP server, made small: {@code Route}s turn a {@code WebRequest} into an {@code WebAnswer}, each on a virtual
 * thread. Answers can also fail on purpose: half a body, or none at all. Every server of the local town, the gateway
 * and the runtime API included, is a {@code LoopbackServer}.
 */
@NullMarked
package org.sprechstunde.emulator.web;

import org.jspecify.annotations.NullMarked;
