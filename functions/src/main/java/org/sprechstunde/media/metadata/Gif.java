package org.sprechstunde.media.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;

/** GIF: a head, and blocks in pieces of up to 255 bytes. Comments and what programs add are emptied. */
final class Gif implements BlockFormat {
    private static final int HEAD = 13;
    private static final int FLAGS = 10;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int END = 0x3b;
    private static final int CONTROL = 0xf9;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;
    private static final int IMAGE_HEAD = 10;
    private static final int LONGEST = 255;
    private static final Set<String> DRAWN = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    private boolean begun;
    private boolean pieces;

    @Override
    public void next(BlockRewriter file) throws IOException {
        if (!begun) {
            begun = true;
            byte[] head = file.take(HEAD);
            file.give(head);
            file.pass(head.length < HEAD ? 0 : palette(head[FLAGS]));
        } else if (pieces) {
            piece(file);
        } else {
            block(file);
        }
    }

    private static int palette(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
    }

    private void piece(BlockRewriter file) throws IOException {
        byte[] length = file.take(1);
        file.give(length);
        pieces = length.length == 1 && length[0] != 0;
        file.pass(pieces ? Byte.toUnsignedInt(length[0]) : 0);
    }

    private void block(BlockRewriter file) throws IOException {
        byte[] block = file.take(IMAGE_HEAD);
        int kind = block.length == 0 ? -1 : Byte.toUnsignedInt(block[0]);
        if (kind == IMAGE && block.length == IMAGE_HEAD) {
            // Behind the palette stands one byte of the code's size.
            file.give(block);
            file.pass(palette(block[IMAGE_HEAD - 1]) + 1L);
            pieces = true;
        } else if (kind == EXTENSION && block.length > 1) {
            int label = Byte.toUnsignedInt(block[1]);
            file.giveOnly(0, block);
            extension(file, label);
        } else {
            // Nothing is drawn any more.
            byte[] rest = Bytes.zeros(block);
            if (kind == END) {
                rest[0] = END;
            }
            file.give(rest);
            file.blank(BlockRewriter.REST);
        }
    }

    /** Read whole: an extension for XMP is not built of pieces, though readers that do not know it find its end by them. */
    private void extension(BlockRewriter file, int label) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(file.take(2));
        String name = "";
        int length;
        do {
            byte[] size = file.take(1);
            whole.writeBytes(size);
            length = size.length == 0 ? 0 : Byte.toUnsignedInt(size[0]);
            byte[] piece = file.take(length);
            whole.writeBytes(piece);
            if (name.isEmpty()) {
                name = Bytes.text(piece, 0, Math.min(piece.length, 11));
            }
        } while (length > 0 && whole.size() < BlockRewriter.WINDOW - LONGEST - 1);
        byte[] bytes = whole.toByteArray();
        if (length > 0) {
            file.leaveUnsure();
            pieces = true;
            file.give(bytes);
        } else if (label == CONTROL || (label == APPLICATION && DRAWN.contains(name))) {
            file.give(bytes);
        } else {
            file.give(empty(bytes.length));
        }
    }

    /** A comment of zeros that is as long, its mark, its kind, its pieces and its end included. */
    private static byte[] empty(int length) {
        byte[] comment = new byte[length];
        if (length > 2) {
            comment[0] = EXTENSION;
            comment[1] = (byte) COMMENT;
        }
        int at = 2;
        for (int left = length - 3; left > 0; left = length - 1 - at) {
            // A piece of no bytes would be the end: the one before leaves two at least.
            int piece = Math.min(LONGEST, left - 1);
            piece = left - 1 - piece == 1 ? piece - 1 : piece;
            comment[at] = (byte) piece;
            at += 1 + piece;
        }
        return comment;
    }
}
