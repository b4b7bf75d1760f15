/**
 * What a phone remembers: the {@code Citizen}s, their {@code Chats} bubble by bubble, and the files, of which Meta
 * keeps a copy for a while.
 */
@NullMarked
package org.sprechstunde.emulator.chat;

import org.jspecify.annotations.NullMarked;
