package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.util.Arrays;

/** MPEG audio: perhaps a tag of version 2 before it, perhaps one of version 1 in its last 128 bytes; both are emptied. */
final class Mp3 implements BlockFormat {
    private static final int BLOCK = 8192;
    private static final int HEAD = 10;
    private static final int FLAGS = 5;
    private static final int FOOTER = 0x10;
    private static final int LAST_TAG = 128;

    private boolean begun;

    @Override
    public void next(BlockRewriter file) throws IOException {
        if (begun) {
            sound(file);
            return;
        }
        begun = true;
        byte[] head = file.take(HEAD);
        if (head.length < HEAD || !Bytes.startsWith(head, "ID3")) {
            file.giveOnly(0, head);
            return;
        }
        // Seven bits a byte. What is left of the tag is padding.
        long size = 0;
        for (int at = FLAGS + 1; at < HEAD; at++) {
            size = (size << 7) | (head[at] & 0x7f);
        }
        long footer = (head[FLAGS] & FOOTER) != 0 ? HEAD : 0;
        head[FLAGS] = 0;
        file.give(head);
        file.blank(size + footer);
    }

    private static void sound(BlockRewriter file) throws IOException {
        byte[] block = file.take(BLOCK);
        if (block.length == BLOCK) {
            file.giveOnly(BLOCK - LAST_TAG, block);
            return;
        }
        int tag = block.length - LAST_TAG;
        if (tag >= 0 && Bytes.text(block, tag, 3).equals("TAG")) {
            Arrays.fill(block, tag + 3, block.length, (byte) 0);
        }
        file.give(block);
    }
}
