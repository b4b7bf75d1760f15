package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Ogg: pages with checksums. The second page of each stream begins with its comments, which are emptied. */
final class Ogg implements BlockFormat {
    private static final int HEAD = 27;
    private static final int SEQUENCE = 18;
    private static final int CHECKSUM = 22;
    private static final int FULL = 255;
    private static final int POLYNOMIAL = 0x04c11db7;

    @Override
    public void next(BlockRewriter file) throws IOException {
        byte[] head = file.take(HEAD);
        if (head.length < HEAD || !Bytes.startsWith(head, "OggS")) {
            file.give(Bytes.zeros(head));
            file.blank(BlockRewriter.REST);
            return;
        }
        byte[] lacing = file.take(Byte.toUnsignedInt(head[HEAD - 1]));
        int length = sum(lacing, lacing.length);
        byte[] front = Bytes.together(head, lacing);
        if (little(head).getInt(SEQUENCE) != 1) {
            file.give(front);
            file.pass(length);
            return;
        }
        byte[] page = Bytes.together(front, file.take(length));
        int packets = firstPacket(lacing);
        if (packets < 0) {
            // Pictures, mostly; what they tell goes on in pages to come.
            file.leaveUnsure();
        } else if (page.length == front.length + length) {
            empty(page, front.length, front.length + packets);
            little(page).putInt(CHECKSUM, 0).putInt(CHECKSUM, checksum(page));
        }
        file.give(page);
    }

    private static int sum(byte[] lacing, int count) {
        int sum = 0;
        for (int at = 0; at < count; at++) {
            sum += Byte.toUnsignedInt(lacing[at]);
        }
        return sum;
    }

    /** How long the first packet is, if it ends in this page; else -1. */
    private static int firstPacket(byte[] lacing) {
        for (int at = 0; at < lacing.length; at++) {
            if (Byte.toUnsignedInt(lacing[at]) < FULL) {
                return sum(lacing, at + 1);
            }
        }
        return -1;
    }

    /** No vendor, no comments; Vorbis wants a set bit behind them. */
    private static void empty(byte[] page, int from, int until) {
        boolean vorbis = Bytes.text(page, from, until - from).startsWith("\u0003vorbis");
        int name = vorbis ? 7 : 8;
        Arrays.fill(page, Math.min(from + name, until), until, (byte) 0);
        int end = from + name + 8;
        if (vorbis && end < until) {
            page[end] = 1;
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] page) {
        int sum = 0;
        for (byte each : page) {
            sum ^= each << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }
}
