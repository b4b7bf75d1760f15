package org.sprechstunde.emulator.chat;

import java.time.Clock;

/** Who and what there is, all of it in memory. */
public record WhatsAppState(Citizens citizens, Chats chats, MediaShelf shelf, MediaUrls urls, Clock clock) {

    /** A world without anybody in it. */
    public static WhatsAppState empty(Clock clock) {
        return new WhatsAppState(new Citizens(), new Chats(), new MediaShelf(clock), new MediaUrls(clock), clock);
    }
}
