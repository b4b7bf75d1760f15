package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * JPEG: markers, most with a segment behind them, and compressed data. What shapes the picture stays: tables, frames,
 * colour profile, orientation. Every other segment is blanked, and so is what follows the picture's end: phones put
 * further pictures and films there, with notes of their own.
 */
final class Jpeg implements BlockFormat {
    /** Little, for as much is read again behind each marker: a file may have nothing but markers. */
    private static final int BLOCK = 256;

    private static final int MARK = 0xff;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int NOTES = 0xe1;
    private static final int JFIF = 0xe0;
    private static final int PROFILE = 0xe2;
    private static final int ADOBE = 0xee;
    private static final String EXIF = "Exif\0\0";
    private static final int JFIF_WITHOUT_THUMBNAIL = 12;

    private int leading;
    private boolean compressed;

    /** {@code leading} bytes stand before the picture, where none belong. */
    Jpeg(int leading) {
        this.leading = leading;
    }

    @Override
    public void next(BlockRewriter file) throws IOException {
        if (leading > 0) {
            file.give(Bytes.zeros(file.take(leading)));
            leading = 0;
        } else if (compressed) {
            data(file);
        } else {
            marker(file);
        }
    }

    /** Up to the next marker that is not part of the data. */
    private void data(BlockRewriter file) throws IOException {
        byte[] block = file.take(BLOCK);
        for (int at = 0; at < block.length - 1; at++) {
            if (u(block[at]) == MARK && endsData(u(block[at + 1]))) {
                compressed = false;
                file.giveOnly(at, block);
                return;
            }
        }
        boolean cut = block.length == BLOCK && u(block[BLOCK - 1]) == MARK;
        file.giveOnly(cut ? BLOCK - 1 : block.length, block);
    }

    private static boolean endsData(int code) {
        return code != 0 && code != MARK && !isRestart(code);
    }

    private static boolean isRestart(int code) {
        return code >= 0xd0 && code <= 0xd7;
    }

    private void marker(BlockRewriter file) throws IOException {
        byte[] mark = file.take(2);
        if (mark.length < 2 || u(mark[0]) != MARK) {
            file.giveOnly(0, mark);
            between(file);
            return;
        }
        int code = u(mark[1]);
        file.giveOnly(code == MARK ? 1 : 2, mark);
        switch (code) {
            case MARK, 0x00, 0x01, 0xd8 -> {}
            case END -> file.blank(BlockRewriter.REST);
            default -> {
                if (!isRestart(code)) {
                    segment(file, code);
                }
            }
        }
    }

    /** What stands between markers, where nothing belongs. */
    private static void between(BlockRewriter file) throws IOException {
        byte[] block = file.take(BLOCK);
        int at = 0;
        while (at < block.length && u(block[at]) != MARK) {
            block[at++] = 0;
        }
        file.giveOnly(at == 0 ? block.length : at, block);
    }

    private void segment(BlockRewriter file, int code) throws IOException {
        byte[] length = file.take(2);
        byte[] head = Bytes.together(new byte[] {(byte) MARK, (byte) code}, length);
        int count = length.length < 2
                ? 0
                : Math.max(0, Short.toUnsignedInt(ByteBuffer.wrap(length).getShort()) - 2);
        compressed = code == SCAN;
        switch (code) {
            case NOTES, JFIF, PROFILE, ADOBE -> file.give(Bytes.together(head, cleaned(code, file.take(count))));
            default -> {
                file.give(head);
                if (shapes(code)) {
                    file.pass(count);
                } else {
                    file.blank(count);
                }
            }
        }
    }

    /** Frames, tables and scans. */
    private static boolean shapes(int code) {
        return code >= 0xc0 && code <= 0xdf;
    }

    private static byte[] cleaned(int code, byte[] segment) {
        if (code == NOTES && Bytes.startsWith(segment, EXIF)) {
            return notes(segment);
        }
        if (code == JFIF && Bytes.startsWith(segment, "JFIF\0")) {
            return Arrays.copyOf(
                    Arrays.copyOf(segment, Math.min(JFIF_WITHOUT_THUMBNAIL, segment.length)), segment.length);
        }
        boolean colours = (code == PROFILE && Bytes.startsWith(segment, "ICC_PROFILE\0"))
                || (code == ADOBE && Bytes.startsWith(segment, "Adobe"));
        return colours ? segment : Bytes.zeros(segment);
    }

    private static byte[] notes(byte[] segment) {
        byte[] kept = Exif.onlyOrientation(Arrays.copyOfRange(segment, EXIF.length(), segment.length));
        return Bytes.together(Arrays.copyOf(segment, EXIF.length()), kept);
    }

    private static int u(byte value) {
        return Byte.toUnsignedInt(value);
    }
}
