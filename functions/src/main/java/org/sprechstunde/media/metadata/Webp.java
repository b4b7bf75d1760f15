package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** WebP: a RIFF file of chunks. What is not needed to draw becomes junk, and the head no longer announces it. */
final class Webp implements BlockFormat {
    private static final int FILE_HEAD = 12;
    private static final int HEAD = 8;
    private static final int FRAME_HEAD = 16;
    private static final int EXIF_AND_XMP = 0x0c;
    private static final Set<String> DRAWN = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ICCP");

    private boolean begun;

    @Override
    public void next(BlockRewriter file) throws IOException {
        if (!begun) {
            begun = true;
            file.give(file.take(FILE_HEAD));
            return;
        }
        byte[] head = file.take(HEAD);
        if (head.length < HEAD) {
            file.give(Bytes.zeros(head));
            return;
        }
        chunk(file, head);
    }

    private static void chunk(BlockRewriter file, byte[] head) throws IOException {
        long size = Integer.toUnsignedLong(
                ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        long padded = size + size % 2;
        String name = Bytes.text(head, 0, 4);
        if (name.equals("VP8X") && size > 0) {
            byte[] flags = file.take(1);
            if (flags.length > 0) {
                flags[0] &= (byte) ~EXIF_AND_XMP;
            }
            file.give(Bytes.together(head, flags));
            file.pass(padded - 1);
        } else if (name.equals("ANMF")) {
            // A frame's own chunks follow, and may have others among them.
            file.give(head);
            file.pass(FRAME_HEAD);
        } else if (DRAWN.contains(name)) {
            file.give(head);
            file.pass(padded);
        } else {
            file.give(Bytes.with(head, 0, "JUNK"));
            file.blank(padded);
        }
    }
}
