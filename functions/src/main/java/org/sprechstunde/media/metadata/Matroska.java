package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matroska and WebM: elements in elements, each with an id, a length and a content. What is not needed to play becomes void
 * of the same length; of tracks that are neither seen nor heard, every block is emptied.
 */
final class Matroska implements BlockFormat {
    private static final int LONGEST_HEAD = 12;
    private static final int LONGEST_SIZE = 8;
    private static final int VOID = 0xec;
    private static final int VOID_HEAD = 9;

    private static final long TRACK = 0xae;
    private static final long TRACK_NUMBER = 0xd7;
    private static final long TRACK_TYPE = 0x83;
    private static final long BLOCK = 0xa1;
    private static final long SIMPLE_BLOCK = 0xa3;
    private static final int PICTURE = 1;
    private static final int SOUND = 2;
    private static final long NONE = -1;

    /** Segment, its information, tracks, clusters, and groups of blocks: what is in them is looked at. */
    private static final Set<Long> ROOMS = Set.of(0x18538067L, 0x1549a966L, 0x1654ae6bL, TRACK, 0x1f43b675L, 0xa0L);

    /** Tags, attachments, chapters; title, date, ids and names of a file; a track's name; checksums of all that. */
    private static final Set<Long> TOLD = Set.of(
            0x1254c367L,
            0x1941a469L,
            0x1043a770L,
            0x7ba9L,
            0x4461L,
            0x73a4L,
            0x7384L,
            0x3cb923L,
            0x3c83abL,
            0x3eb923L,
            0x3e83bbL,
            0x4444L,
            0x6924L,
            0x536eL,
            0xbfL);

    /** Programs that wrote it: required, and empty. */
    private static final Set<Long> EMPTIED = Set.of(0x4d80L, 0x5741L);

    private final Set<Long> hidden = new HashSet<>();
    private long track;

    /** How an element begins; {@code size} is negative if nobody knows where it ends. */
    private record Head(long id, int length, long size) {}

    @Override
    public void next(BlockRewriter file) throws IOException {
        byte[] block = file.take(LONGEST_HEAD);
        Head head = head(block);
        if (head == null) {
            file.give(Bytes.zeros(block));
            file.blank(BlockRewriter.REST);
        } else if (ROOMS.contains(head.id)) {
            file.giveOnly(head.length, block);
        } else if (head.size < 0) {
            file.leaveUnsure();
            file.give(block);
            file.pass(BlockRewriter.REST);
        } else if (TOLD.contains(head.id)) {
            file.giveOnly(0, block);
            makeVoid(file, head);
        } else if (EMPTIED.contains(head.id)) {
            file.giveOnly(head.length, block);
            file.blank(head.size);
        } else {
            file.giveOnly(head.length, block);
            content(file, head, block);
        }
    }

    @Nullable
    private static Head head(byte[] block) {
        int idLength = block.length == 0 ? 0 : length(block[0]);
        if (idLength == 0 || idLength > 4 || block.length <= idLength) {
            return null;
        }
        int sizeLength = length(block[idLength]);
        if (sizeLength == 0 || block.length < idLength + sizeLength) {
            return null;
        }
        long id = number(block, 0, idLength);
        long size = number(block, idLength, sizeLength) ^ (1L << (7 * sizeLength));
        boolean endless = size == (1L << (7 * sizeLength)) - 1;
        return new Head(id, idLength + sizeLength, endless ? -1 : size);
    }

    /** By the zeros in front of its first set bit; 0 if there is none. */
    private static int length(byte first) {
        return first == 0 ? 0 : Integer.numberOfLeadingZeros(Byte.toUnsignedInt(first)) - 23;
    }

    private static long number(byte[] bytes, int from, int length) {
        long number = 0;
        for (int at = from; at < from + length; at++) {
            number = (number << 8) | Byte.toUnsignedInt(bytes[at]);
        }
        return number;
    }

    private static void makeVoid(BlockRewriter file, Head head) throws IOException {
        long whole = head.length + head.size;
        if (whole >= VOID_HEAD) {
            int taken = file.take(VOID_HEAD).length;
            byte[] begin = ByteBuffer.allocate(VOID_HEAD)
                    .put((byte) VOID)
                    .putLong((1L << (7 * LONGEST_SIZE)) | (whole - VOID_HEAD))
                    .array();
            file.give(Arrays.copyOf(begin, taken));
            file.blank(whole - VOID_HEAD);
        } else {
            byte[] all = Bytes.zeros(file.take((int) whole));
            if (all.length > 1) {
                all[0] = (byte) VOID;
                all[1] = (byte) (0x80 | (whole - 2));
            }
            file.give(all);
        }
    }

    private void content(BlockRewriter file, Head head, byte[] block) throws IOException {
        boolean fits = head.size <= LONGEST_SIZE && head.length + head.size <= block.length;
        if (head.id == TRACK_NUMBER && fits) {
            track = number(block, head.length, (int) head.size);
        } else if (head.id == TRACK_TYPE && fits) {
            long type = number(block, head.length, (int) head.size);
            if (type != PICTURE && type != SOUND) {
                hidden.add(track);
            }
        }
        boolean isBlock = head.id == BLOCK || head.id == SIMPLE_BLOCK;
        long itsTrack = isBlock ? trackOf(block, head.length) : NONE;
        if (itsTrack != NONE && hidden.contains(itsTrack)) {
            int begin = length(block[head.length]) + 3;
            file.conceal(file.position() + head.length + begin, head.size - begin);
        }
        file.pass(head.size);
    }

    private static long trackOf(byte[] block, int at) {
        int length = at < block.length ? length(block[at]) : 0;
        return length == 0 || at + length > block.length ? NONE : number(block, at, length) ^ (1L << (7 * length));
    }
}
