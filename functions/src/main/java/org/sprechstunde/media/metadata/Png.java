package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG: a signature and chunks, each with a checksum. What is not needed to draw becomes an empty private chunk. */
final class Png implements BlockFormat {
    private static final int SIGNATURE = 8;
    private static final int HEAD = 8;
    private static final int CHECKSUM = 4;
    private static final String EMPTY = "emPt";
    private static final Set<String> DRAWN = Set.of(
            "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "hIST", "pHYs", "sPLT",
            "cICP", "mDCV", "cLLI", "acTL", "fcTL", "fdAT");

    private static final byte[] ZEROS = new byte[BlockRewriter.WINDOW];

    private boolean begun;
    private long blanked = -1;

    @Override
    public void next(BlockRewriter file) throws IOException {
        if (!begun) {
            begun = true;
            file.give(file.take(SIGNATURE));
        } else if (blanked >= 0) {
            file.give(Arrays.copyOf(checksumOfZeros(), file.take(CHECKSUM).length));
            blanked = -1;
        } else {
            chunk(file, file.take(HEAD));
        }
    }

    private void chunk(BlockRewriter file, byte[] head) throws IOException {
        if (head.length < HEAD) {
            file.give(Bytes.zeros(head));
            return;
        }
        long length = Bytes.number(head, 0);
        String name = Bytes.text(head, 4, 4);
        if (DRAWN.contains(name)) {
            file.give(head);
            file.pass(length + CHECKSUM);
        } else if (name.equals("IEND")) {
            file.give(Bytes.together(head, file.take(CHECKSUM)));
            file.blank(BlockRewriter.REST);
        } else if (name.equals("eXIf") && length <= BlockRewriter.WINDOW) {
            notes(file, head, (int) length);
        } else {
            file.give(Bytes.with(head, 4, EMPTY));
            file.blank(length);
            blanked = length;
        }
    }

    private static void notes(BlockRewriter file, byte[] head, int length) throws IOException {
        byte[] kept = Exif.onlyOrientation(file.take(length));
        CRC32 checksum = new CRC32();
        checksum.update(head, 4, 4);
        checksum.update(kept);
        byte[] end = Arrays.copyOf(bytes(checksum), file.take(CHECKSUM).length);
        file.give(Bytes.together(head, Bytes.together(kept, end)));
    }

    private byte[] checksumOfZeros() {
        CRC32 checksum = new CRC32();
        checksum.update(Bytes.with(new byte[4], 0, EMPTY));
        for (long left = blanked; left > 0; left -= ZEROS.length) {
            checksum.update(ZEROS, 0, (int) Math.min(left, ZEROS.length));
        }
        return bytes(checksum);
    }

    private static byte[] bytes(CRC32 checksum) {
        return ByteBuffer.allocate(CHECKSUM).putInt((int) checksum.getValue()).array();
    }
}
