package org.sprechstunde.local.meta.chat;

import java.time.Clock;

/** Who and what there is, all of it in memory. */
public record World(Citizens citizens, Chats chats, MediaShelf shelf, MediaUrls urls, Clock clock) {

    /** A world without anybody in it. */
    public static World empty(Clock clock) {
        return new World(new Citizens(), new Chats(), new MediaShelf(clock), new MediaUrls(clock), clock);
    }
}
